import type { z } from "zod";

import { HttpFailure, type HttpRequest, type HttpResponse } from "../../kernel/ports.ts";
import type { ConnectorContext, Session } from "../contract/session.ts";
import { restUntil } from "../kit/rate-limit.ts";
import { encode, queryOf, type CallBody } from "../kit/request.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { failureOfTransport } from "../kit/transport-failure.ts";
import { failureOfAnswer, rateLimits, type Failure } from "./failure.ts";
import { accessToken } from "./token.ts";

export interface Read<Value> {
  readonly kind: "ok";
  readonly value: Value;
  readonly status: number;
  readonly headers: Headers;
  /** Set if this answer used up the rate limit: no further request before this time. */
  readonly restUntil?: Date;
}

export type Answer<Value> = Read<Value> | Failure;

export interface Call<Value> {
  readonly path: string;
  readonly method?: HttpRequest["method"];
  readonly shape: z.ZodType<Value>;
  readonly params?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: CallBody;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Makes one call as the account, only to the server that the credentials belong to. */
export function callAs<Value>(session: Session, call: Call<Value>): Promise<Answer<Value>> {
  return exchange(session, session.account.origin, call, accessToken(session.credentials));
}

export async function exchange<Value>(
  context: Pick<ConnectorContext, "http" | "now">,
  origin: string,
  call: Call<Value>,
  token?: string,
): Promise<Answer<Value>> {
  try {
    const address = `${origin}${call.path}${queryOf(call.params)}`;
    const response = await context.http.send(address, requestOf(call, token));
    const isFine = response.status >= 200 && response.status < 300;
    if (!isFine) return failureOfAnswer(response, context.now());
    return readAs(call.shape, response, context.now());
  } catch (error) {
    if (error instanceof HttpFailure) return failureOfTransport(error);
    throw error;
  }
}

function readAs<Value>(shape: z.ZodType<Value>, response: HttpResponse, now: Date): Answer<Value> {
  const read = shape.safeParse(parseJson(response));
  if (!read.success) {
    const detail = excerpt(`Unreadable answer: ${read.error.message}`);
    return { kind: "unknown", detail, isUnreadable: true };
  }
  const rest = restUntil(response, now, rateLimits);
  const { status, headers } = response;
  return { kind: "ok", value: read.data, status, headers, ...(rest && { restUntil: rest }) };
}

function requestOf(call: Call<unknown>, token: string | undefined): HttpRequest {
  const { type, body } = encode(call.body);
  return {
    method: call.method ?? "GET",
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(type ? { "content-type": type } : {}),
      ...call.headers,
    },
    ...(body === undefined ? {} : { body }),
    ...(call.timeoutMs ? { timeoutMs: call.timeoutMs } : {}),
  };
}
