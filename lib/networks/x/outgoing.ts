import type { ITwitterApiBeforeRequestConfigHookArgs } from "twitter-api-v2";

import type { HttpRequest } from "../../kernel/ports.ts";
import { multipart } from "../kit/multipart.ts";
import { encode, queryOf, type CallBody } from "../kit/request.ts";
import type { Client } from "./token.ts";

type Described = ITwitterApiBeforeRequestConfigHookArgs["params"];

/** An account's access token, or the app for calls of its own. */
export type Caller = string | Client;

/** Converts a request of the library, as its plugins see it, into a request of our HTTP client. */
export function outgoing(
  { url, method, query = {}, body, forceBodyMode }: Described,
  caller: Caller,
): { readonly address: string; readonly request: HttpRequest } {
  const asked = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, [value].flat().join(",")]],
  );
  const { type, body: bytes } = encode(bodyOf(body, forceBodyMode));
  return {
    address: url + queryOf(Object.fromEntries(asked)),
    request: {
      method: method as NonNullable<HttpRequest["method"]>,
      headers: {
        ...authorizationOf(caller),
        ...(type ? { "content-type": type } : {}),
      },
      ...(bytes === undefined ? {} : { body: bytes }),
    },
  };
}

/** The library passes an empty object if there is no body. */
function bodyOf(body: Described["body"], mode: Described["forceBodyMode"]): CallBody | undefined {
  if (body === undefined || Buffer.isBuffer(body) || Object.keys(body).length === 0)
    return undefined;
  if (mode === "form-data") return multipart(Object.fromEntries(Object.entries(body).map(fieldOf)));
  if (mode === "url")
    return { bytes: Buffer.from(new URLSearchParams(body).toString()), type: formType };
  return body;
}

const formType = "application/x-www-form-urlencoded;charset=UTF-8";

function fieldOf([name, value]: [string, unknown]) {
  const file = { type: "application/octet-stream", fileName: name };
  return [name, value instanceof Uint8Array ? { bytes: value, ...file } : String(value)] as const;
}

/** Returns the authorization header. An app without a secret identifies itself only in the form. */
function authorizationOf(caller: Caller): Record<string, string> {
  if (typeof caller === "string") return { authorization: `Bearer ${caller}` };
  const { clientId, clientSecret } = caller;
  if (!clientSecret) return {};
  const pair = [clientId, clientSecret].map(encodeURIComponent).join(":");
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}
