import type { ITwitterApiBeforeRequestConfigHookArgs } from "twitter-api-v2";

import type { HttpRequest } from "../../kernel/ports.ts";
import { multipart } from "../kit/multipart.ts";
import { encode, queryOf, type CallBody } from "../kit/request.ts";
import type { Client } from "./token.ts";

type Described = ITwitterApiBeforeRequestConfigHookArgs["params"];

/** A person's token, or the app that asks for itself. */
export type Caller = string | Client;

/** What the library is about to send, as it tells its plugins, made into a request of ours. */
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

/** An empty object is what the library puts where nothing is to be said. */
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

/** A public client says who it is in the form alone. */
function authorizationOf(caller: Caller): Record<string, string> {
  if (typeof caller === "string") return { authorization: `Bearer ${caller}` };
  const { clientId, clientSecret } = caller;
  if (!clientSecret) return {};
  const pair = [clientId, clientSecret].map(encodeURIComponent).join(":");
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}
