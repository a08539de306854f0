import type { z } from "zod";

import { HttpFailure, type HttpRequest } from "../../kernel/ports.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { ConnectorContext, Session } from "../contract/session.ts";
import { queryOf } from "../kit/request.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { failureOfTransport } from "../kit/transport-failure.ts";
import { failureOfAnswer, type Failure } from "./failure.ts";
import type { GoogleSettings } from "./settings.ts";
import { accessToken } from "./token.ts";

export interface Call<Value> {
  readonly method?: HttpRequest["method"];
  readonly path: string;
  readonly params?: Readonly<Record<string, string | undefined>>;
  readonly body?: JsonObject;
  readonly shape: z.ZodType<Value>;
  readonly timeoutMs?: number;
}

export type Answer<Value> = { readonly kind: "ok"; readonly value: Value } | Failure;

type Out = Pick<ConnectorContext, "http" | "now">;
type Host = "accounts" | "places" | "posts";

/** Calls the API as the place, and only on the server that issued the place's credentials. */
export async function callAs<Value>(
  session: Session,
  settings: GoogleSettings,
  call: Call<Value>,
  host: Host = "posts",
): Promise<Answer<Value>> {
  const { origin } = session.account;
  if (origin !== settings.posts)
    return { kind: "reconnect", detail: `This account was connected at ${origin}.` };
  const token = accessToken(session.credentials, session.now());
  return token ? callWithToken(session, settings[host], token, call) : { kind: "expired" };
}

/** Calls the API with a token that belongs to no account yet. */
export function callWithToken<Value>(
  out: Out,
  host: string,
  token: string,
  { method = "GET", path, params = {}, body, shape, timeoutMs }: Call<Value>,
): Promise<Answer<Value>> {
  const request: HttpRequest = {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      // Asks the older API for detailed errors.
      "x-goog-api-format-version": "2",
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(timeoutMs && { timeoutMs }),
  };
  return exchange(out, `${host}${path}${queryOf(params)}`, request, shape);
}

/** Calls the token endpoint in the name of the app. */
export function callAsApp<Value>(
  out: Out,
  { tokens }: GoogleSettings,
  form: Readonly<Record<string, string>>,
  shape: z.ZodType<Value>,
): Promise<Answer<Value>> {
  const request: HttpRequest = {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  };
  return exchange(out, `${tokens}/token`, request, shape);
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
    if (read.success) return { kind: "ok", value: read.data };
    return { kind: "unknown", detail: excerpt(`Unreadable answer: ${read.error.message}`) };
  } catch (error) {
    if (error instanceof HttpFailure) return failureOfTransport(error);
    throw error;
  }
}
