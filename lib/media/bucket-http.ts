import { Readable } from "node:stream";

import type { Http, HttpRequest } from "../kernel/ports.ts";

/** A signed request in the AWS SDK's format. */
interface SignedRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | string[] | null>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const timeoutMs = 60_000;
/** Headers that the HTTP client sets itself, from the address and the body. */
const ownHeaders = new Set(["host", "content-length", "expect"]);

/** Request handler for the AWS SDK that sends through the guarded HTTP client. */
export function throughOurHttp(http: Http) {
  return {
    async handle(request: SignedRequest) {
      const { method, protocol, hostname, port, path, query = {}, headers, body } = request;
      const host = port === undefined ? hostname : `${hostname}:${port}`;
      const answer = await http.send(`${protocol}//${host}${path}${queryOf(query)}`, {
        method: method as NonNullable<HttpRequest["method"]>,
        headers: Object.fromEntries(
          Object.entries(headers).filter(([name]) => !ownHeaders.has(name.toLowerCase())),
        ),
        ...(body instanceof Uint8Array || typeof body === "string" ? { body } : {}),
        timeoutMs,
      });
      const { status: statusCode, body: bytes } = answer;
      return {
        response: {
          statusCode,
          headers: Object.fromEntries(answer.headers),
          body: Readable.from([bytes]),
        },
      };
    },
  };
}

/** Encodes the query exactly as it was signed. */
function queryOf(query: NonNullable<SignedRequest["query"]>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${escaped(name)}=${escaped(one ?? "")}`),
  );
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
