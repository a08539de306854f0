import type { z } from "zod";

import { HttpFailure, type HttpRequest } from "../../kernel/ports.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { ConnectorContext, Session } from "../contract/session.ts";
import { queryOf } from "../kit/request.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { isSamePlace } from "../kit/server-place.ts";
import { failureOfTransport } from "../kit/transport-failure.ts";
import { failureOfAnswer, restAfter, type Failure } from "./failure.ts";
import type { PinterestSettings } from "./settings.ts";
import { accessToken } from "./token.ts";

export interface Call<Value> {
  readonly method?: HttpRequest["method"];
  /** Path below the version: `/pins`. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string | undefined>>;
  readonly body?: JsonObject;
  readonly shape: z.ZodType<Value>;
  readonly timeoutMs?: number;
}

export type Answer<Value> =
  /** `restUntil` is set if this call used up the rate limit: until then nothing more may be sent. */
  { readonly kind: "ok"; readonly value: Value; readonly restUntil?: Date } | Failure;

type Out = Pick<ConnectorContext, "http" | "now">;

/**
 * Calls the API as the account, and only on the server (Pinterest or its sandbox) that issued its
 * credentials.
 */
export async function callAs<Value>(
  session: Session,
  { api, sandbox }: PinterestSettings,
  call: Call<Value>,
): Promise<Answer<Value>> {
  const { origin } = session.account;
  const server = [api, sandbox].find((one) => isSamePlace(one, origin));
  if (server === undefined)
    return { kind: "reconnect", detail: `This account was connected at ${origin}.` };
  const token = accessToken(session.credentials, session.now());
  return token ? callWithToken(session, server, token, call) : { kind: "expired" };
}

/** Calls the API with a token that belongs to no account yet. */
export function callWithToken<Value>(
  out: Out,
  origin: string,
  token: string,
  { method = "GET", path, params = {}, body, shape, timeoutMs }: Call<Value>,
): Promise<Answer<Value>> {
  const request: HttpRequest = {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(timeoutMs && { timeoutMs }),
  };
  return exchange(out, `${origin}${path}${queryOf(params)}`, request, shape);
}

/** Calls the token endpoint in the name of the app. */
export function callAsApp<Value>(
  out: Out,
  { api }: PinterestSettings,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
  form: Readonly<Record<string, string>>,
  shape: z.ZodType<Value>,
): Promise<Answer<Value>> {
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
  const request: HttpRequest = {
    method: "POST",
    headers: {
      authorization: `Basic ${basic}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(form).toString(),
  };
  return exchange(out, `${api}/oauth/token`, request, shape);
}

async function exchange<Value>(
  { http, now }: Out,
  address: string,
  request: HttpRequest,
  shape: z.ZodType<Value>,
): Promise<Answer<Value>> {
  try {
    const response = await http.send(address, request);
    if (response.status < 200 || response.status > 299) return failureOfAnswer(response, now());
    const read = shape.safeParse(parseJson(response));
    if (!read.success)
      return { kind: "unknown", detail: excerpt(`Unreadable answer: ${read.error.message}`) };
    const restUntil = restAfter(response, now());
    return { kind: "ok", value: read.data, ...(restUntil && { restUntil }) };
  } catch (error) {
    if (error instanceof HttpFailure) return failureOfTransport(error);
    throw error;
  }
}
