import type { z } from "zod";

import { HttpFailure, type HttpRequest, type HttpResponse } from "../../kernel/ports.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { ConnectorContext, Session } from "../contract/session.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { failureOfTransport } from "../kit/transport-failure.ts";
import { failureOfAnswer, type Failure } from "./failure.ts";
import type { LinkedInSettings } from "./settings.ts";
import { accessToken } from "./token.ts";
import { anything } from "./wire.ts";

export interface Call<Value> {
  readonly method?: HttpRequest["method"];
  /** Path and query with encoded URNs; the brackets and commas of Rest.li syntax stay unencoded. */
  readonly path: string;
  /** The Rest.li method, where the HTTP method alone does not tell it. */
  readonly restli?: "FINDER" | "PARTIAL_UPDATE" | "DELETE";
  readonly body?: JsonObject;
  readonly shape: z.ZodType<Value>;
  readonly timeoutMs?: number;
}

export type Answer<Value> =
  | { readonly kind: "ok"; readonly value: Value; readonly headers: Headers }
  | Failure;

type Out = Pick<ConnectorContext, "http" | "now">;

/** Calls the API as the account, and only on the server that issued the account's credentials. */
export async function callAs<Value>(
  session: Session,
  settings: LinkedInSettings,
  call: Call<Value>,
): Promise<Answer<Value>> {
  const token = tokenOf(session, settings);
  return typeof token === "string" ? callWithToken(session, settings, token, call) : token;
}

function tokenOf(session: Session, { api }: LinkedInSettings): string | Failure {
  const { origin } = session.account;
  if (origin !== api)
    return { kind: "reconnect", detail: `This account was connected at ${origin}.` };
  return accessToken(session.credentials, session.now()) ?? { kind: "expired" };
}

/** Calls the API with a token that belongs to no account yet. */
export function callWithToken<Value>(
  out: Out,
  settings: LinkedInSettings,
  token: string,
  { method = "GET", path, restli, body, shape, timeoutMs }: Call<Value>,
): Promise<Answer<Value>> {
  const request: HttpRequest = {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "linkedin-version": settings.version,
      "x-restli-protocol-version": "2.0.0",
      ...(restli ? { "x-restli-method": restli } : {}),
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(timeoutMs ? { timeoutMs } : {}),
  };
  return exchange(out, settings, settings.api + path, request, shape);
}

/** Calls the token endpoint in the name of the app. */
export function callAsApp<Value>(
  out: Out,
  settings: LinkedInSettings,
  path: string,
  form: Readonly<Record<string, string>>,
  shape: z.ZodType<Value>,
): Promise<Answer<Value>> {
  const request: HttpRequest = {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  };
  return exchange(out, settings, settings.web + path, request, shape);
}

/**
 * Uploads a file to the address that LinkedIn returned. The access token is sent to LinkedIn's own hosts
 * only.
 */
export async function upload(
  session: Session,
  settings: LinkedInSettings,
  address: string,
  file: { readonly bytes: Uint8Array; readonly type: string; readonly timeoutMs: number },
): Promise<Answer<unknown>> {
  const token = tokenOf(session, settings);
  if (typeof token !== "string") return token;
  if (!isTheirs(address, settings))
    return { kind: "not-sent", detail: `An upload was to go to ${URL.parse(address)?.host}.` };
  const headers = { authorization: `Bearer ${token}`, "content-type": file.type };
  const { bytes: body, timeoutMs } = file;
  const request: HttpRequest = { method: "PUT", headers, body, timeoutMs };
  return exchange(session, settings, address, request, anything);
}

function isTheirs(address: string, { api, web }: LinkedInSettings): boolean {
  const { origin, protocol, hostname } = new URL(address);
  return (
    [api, web].includes(origin) || (protocol === "https:" && /(^|\.)linkedin\.com$/.test(hostname))
  );
}

async function exchange<Value>(
  { http, now }: Out,
  { web, version }: LinkedInSettings,
  address: string,
  request: HttpRequest,
  shape: z.ZodType<Value>,
): Promise<Answer<Value>> {
  let answered: HttpResponse;
  try {
    answered = await http.send(address, request);
  } catch (error) {
    if (error instanceof HttpFailure) return failureOfTransport(error);
    throw error;
  }
  if (answered.status < 200 || answered.status > 299)
    return failureOfAnswer(answered, { now: now(), web, version });
  const read = shape.safeParse(parseJson(answered));
  if (!read.success)
    return { kind: "unknown", detail: excerpt(`Unreadable answer: ${read.error.message}`) };
  return { kind: "ok", value: read.data, headers: answered.headers };
}
