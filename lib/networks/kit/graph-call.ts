import type { z } from "zod";

import { HttpFailure, type HttpRequest } from "../../kernel/ports.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { graphFailure, graphRest, type GraphFailure } from "./graph-failure.ts";
import { type FormFile, multipart } from "./multipart.ts";
import { encode, queryOf } from "./request.ts";
import { excerpt, parseJson } from "./response-text.ts";
import { failureOfTransport } from "./transport-failure.ts";

export interface GraphCall<Value> {
  readonly method?: "GET" | "POST" | "DELETE";
  /** The path below the API version, for example `/me/threads`. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string | undefined>>;
  /** A file sent with POST besides the parameters, under this field name. */
  readonly file?: { readonly name: string; readonly file: FormFile };
  readonly shape: z.ZodType<Value>;
  readonly timeoutMs?: number;
}

export type GraphAnswer<Value> =
  /** `restUntil`: this answer used up Meta's rate limit. */
  { readonly kind: "ok"; readonly value: Value; readonly restUntil?: Date } | GraphFailure;

/**
 * Makes one call of Meta's Graph API, which Facebook, Instagram and Threads share. With POST the parameters
 * go in the body, so that texts and tokens are not in the address; other methods have only the query.
 */
export async function graphCall<Value>(
  context: Pick<ConnectorContext, "http" | "now">,
  base: string,
  call: GraphCall<Value>,
  token?: string,
): Promise<GraphAnswer<Value>> {
  try {
    const { address, request } = requestOf(base, call, token);
    const response = await context.http.send(address, request);
    const isFine = response.status >= 200 && response.status < 300;
    if (!isFine) return graphFailure(response, context.now());
    const read = call.shape.safeParse(parseJson(response));
    if (!read.success)
      return { kind: "unknown", detail: excerpt(`Unreadable answer: ${read.error.message}`) };
    const restUntil = graphRest(response, context.now());
    return { kind: "ok", value: read.data, ...(restUntil && { restUntil }) };
  } catch (error) {
    if (error instanceof HttpFailure) return failureOfTransport(error);
    throw error;
  }
}

function requestOf(
  base: string,
  { method = "GET", path, params = {}, file, timeoutMs }: GraphCall<unknown>,
  token: string | undefined,
): { readonly address: string; readonly request: HttpRequest } {
  const all = { ...params, ...(token && { access_token: token }) };
  const limit = timeoutMs ? { timeoutMs } : {};
  if (method !== "POST")
    return { address: `${base}${path}${queryOf(all)}`, request: { method, ...limit } };
  if (file) {
    const fields = Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const form = multipart({ ...Object.fromEntries(fields), [file.name]: file.file });
    const { type = "", body: bytes = "" } = encode(form);
    const sent = { method, headers: { "content-type": type }, body: bytes, ...limit };
    return { address: `${base}${path}`, request: sent };
  }
  const body = queryOf(all).slice(1);
  const headers = { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" };
  return { address: `${base}${path}`, request: { method, headers, body, ...limit } };
}
