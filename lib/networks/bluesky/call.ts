import type { z } from "zod";

import { HttpFailure, type HttpRequest } from "../../kernel/ports.ts";
import type { Session } from "../connector.ts";
import type { Json } from "../remote.ts";
import { excerpt, failureOfAnswer, failureOfTransport, jsonOf, type Failure } from "./failure.ts";
import { accessToken } from "./token.ts";

export type Answer<Value> = { kind: "ok"; value: Value } | Failure;

export interface Call<Value> {
  readonly method: string;
  readonly shape: z.ZodType<Value>;
  /** Asked with GET … */
  readonly params?: Readonly<Record<string, string | readonly string[]>>;
  /** … or told with POST. */
  readonly body?: Json | { readonly bytes: Uint8Array; readonly type: string };
  readonly timeoutMs?: number;
}

/** One call as the account: to the server that the credentials belong to and to no other. */
export async function callAs<Value>(session: Session, call: Call<Value>): Promise<Answer<Value>> {
  const token = accessToken(session.credentials, session.now());
  if (!token) return { kind: "expired" };
  return exchange(session, session.account.origin, call, token);
}

export async function exchange<Value>(
  door: Pick<Session, "http" | "now">,
  origin: string,
  call: Call<Value>,
  token?: string,
): Promise<Answer<Value>> {
  try {
    const address = `${origin}/xrpc/${call.method}${queryOf(call)}`;
    const response = await door.http.send(address, requestOf(call, token));
    if (response.status !== 200) return failureOfAnswer(response, door.now());
    const read = call.shape.safeParse(jsonOf(response) ?? {});
    if (read.success) return { kind: "ok", value: read.data };
    return { kind: "unknown", detail: excerpt(`Unreadable answer: ${read.error.message}`) };
  } catch (error) {
    if (error instanceof HttpFailure) return failureOfTransport(error);
    throw error;
  }
}

function queryOf({ params = {} }: Call<unknown>): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : "";
}

function requestOf(call: Call<unknown>, token: string | undefined): HttpRequest {
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  const timeout = call.timeoutMs ? { timeoutMs: call.timeoutMs } : {};
  const isTold = call.body !== undefined || call.params === undefined;
  if (!isTold) return { method: "GET", headers: authorization, ...timeout };
  const { type, body } = bodyOf(call.body);
  const headers = { ...authorization, ...(type ? { "content-type": type } : {}) };
  return { method: "POST", headers, ...(body === undefined ? {} : { body }), ...timeout };
}

function bodyOf(body: Call<unknown>["body"]): { type?: string; body?: string | Uint8Array } {
  if (body === undefined) return {};
  if (isBytes(body)) return { type: body.type, body: body.bytes };
  return { type: "application/json", body: JSON.stringify(body) };
}

function isBytes(body: unknown): body is { bytes: Uint8Array; type: string } {
  return typeof body === "object" && body !== null && "bytes" in body;
}
