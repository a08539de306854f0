import type { z } from "zod";

import { HttpFailure, type HttpRequest, type HttpResponse } from "../../kernel/ports.ts";
import type { Session } from "../contract/session.ts";
import { encode, queryOf, type CallBody } from "../kit/request.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { failureOfTransport } from "../kit/transport-failure.ts";
import { failureOfAnswer, type Failure } from "./failure.ts";

export type Answer<Value> = { kind: "ok"; value: Value } | Failure;

export interface Call<Value> {
  readonly method: string;
  readonly shape: z.ZodType<Value>;
  /** Parameters of a query, sent with GET. */
  readonly params?: Readonly<Record<string, string | readonly string[]>>;
  /** Body of a procedure, sent with POST. */
  readonly body?: CallBody;
  readonly timeoutMs?: number;
}

export async function exchange<Value>(
  context: Pick<Session, "http" | "now">,
  origin: string,
  call: Call<Value>,
  token?: string,
): Promise<Answer<Value>> {
  try {
    const response = await context.http.send(`${origin}${pathOf(call)}`, requestOf(call, token));
    return answerOf(response, call, context.now());
  } catch (error) {
    if (error instanceof HttpFailure) return failureOfTransport(error);
    throw error;
  }
}

/** Returns the value of a response with status 200, else the failure as an outcome of the contract. */
export function answerOf<Value>(
  response: HttpResponse,
  call: Call<Value>,
  now: Date,
): Answer<Value> {
  if (response.status !== 200) return failureOfAnswer(response, now);
  // Some procedures have an empty answer. An HTML page is never a valid answer.
  const said = response.body.length === 0 ? {} : parseJson(response);
  const read = said === undefined ? page : call.shape.safeParse(said);
  if (read.success) return { kind: "ok", value: read.data };
  return { kind: "unknown", detail: excerpt(`Unreadable answer: ${read.error.message}`) };
}

const page = { success: false, error: { message: "not JSON" } } as const;

export function pathOf(call: Call<unknown>): string {
  return `/xrpc/${call.method}${queryOf(call.params)}`;
}

export function requestOf(call: Call<unknown>, token: string | undefined): HttpRequest {
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  const timeout = call.timeoutMs ? { timeoutMs: call.timeoutMs } : {};
  const isTold = call.body !== undefined || call.params === undefined;
  if (!isTold) return { method: "GET", headers: authorization, ...timeout };
  const { type, body } = encode(call.body);
  const headers = { ...authorization, ...(type ? { "content-type": type } : {}) };
  return { method: "POST", headers, ...(body === undefined ? {} : { body }), ...timeout };
}
