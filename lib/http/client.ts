import { Readable } from "node:stream";

import { request, type Dispatcher } from "undici";

import {
  HttpFailure,
  type Http,
  type HttpRequest,
  type HttpResponse,
  type StreamedBody,
} from "../kernel/ports.ts";
import { allowedHosts } from "./address.ts";
import { failureOf } from "./failure.ts";
import { guardedAgent, openAgent, type Resolve } from "./guarded-agent.ts";
import { headersOf } from "./headers.ts";
import { openStream } from "./stream.ts";
import { decompressed } from "./unpack.ts";

const defaultTimeoutMs = 20_000;
const defaultMaxBytes = 5_000_000;
const maxRedirects = 3;

/**
 * Creates the HTTP client through which all requests go. `allowPrivateHosts` is the operator's list
 * (ALLOW_PRIVATE_HOSTS).
 */
export function createHttpClient(allowPrivateHosts: string | undefined, resolve?: Resolve): Http {
  const isAllowed = allowedHosts(allowPrivateHosts);
  const [guarded, open] = [guardedAgent(resolve), openAgent()];
  const wayTo = (url: URL, isPrivateAllowed: boolean): Dispatcher => {
    if (url.protocol !== "https:" && !isPrivateAllowed)
      throw new HttpFailure("not-https", false, `${url.host} is not reached over https.`);
    return isPrivateAllowed ? open : guarded;
  };

  return {
    async send(address, options = {}) {
      const signal = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs);
      let url = parsed(address);
      // A redirect from a public host must not lead into the private network, not even to an allowed host.
      let isPrivateAllowed = isAllowed(url);
      for (let redirects = 0; ; redirects += 1) {
        isPrivateAllowed &&= isAllowed(url);
        const answer = await exchange(url, options, wayTo(url, isPrivateAllowed), signal);
        const next = redirectOf(answer, url, options);
        if (!next || redirects === maxRedirects) return answer;
        url = next;
      }
    },
    async stream(address, options = {}) {
      const url = parsed(address);
      return openStream(url, options, wayTo(url, isAllowed(url)));
    },
  };
}

async function exchange(
  url: URL,
  options: HttpRequest,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<HttpResponse> {
  try {
    const { statusCode, headers, body } = await request(url, {
      method: options.method ?? "GET",
      headers: { "user-agent": "Shoutloop", ...lengthOf(options.body), ...options.headers },
      body: outgoing(options.body),
      dispatcher,
      signal,
      // The signal is the only timeout: it covers the whole exchange including redirects.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const told = headersOf(headers);
    const bytes = await readUpTo(decompressed(body, told.get("content-encoding")), options);
    return { status: statusCode, headers: told, body: bytes, url: url.href };
  } catch (error) {
    throw failureOf(error, signal);
  }
}

function outgoing(body: HttpRequest["body"]): string | Uint8Array | Readable | null {
  if (body === undefined) return null;
  if (!isStreamed(body)) return body;
  return Readable.from(body.pieces(), { objectMode: false });
}

/** Returns the length of a streamed body as a header, because many servers refuse a body without it. */
function lengthOf(body: HttpRequest["body"]): Record<string, string> {
  return isStreamed(body) ? { "content-length": String(body.byteLength) } : {};
}

function isStreamed(body: HttpRequest["body"]): body is StreamedBody {
  return typeof body === "object" && "pieces" in body;
}

async function readUpTo(
  body: AsyncIterable<Buffer>,
  { maxBytes = defaultMaxBytes, isHeadEnough = false }: HttpRequest,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= maxBytes) continue;
    if (isHeadEnough) return Buffer.concat(chunks).subarray(0, maxBytes);
    throw new HttpFailure("too-large", true, `The answer is larger than ${maxBytes} bytes.`);
  }
  return Buffer.concat(chunks);
}

function redirectOf(answer: HttpResponse, from: URL, options: HttpRequest): URL | undefined {
  const location = answer.headers.get("location");
  const isRead = (options.method ?? "GET") === "GET";
  if (!isRead || !location || !isRedirect(answer.status)) return undefined;
  const next = parsed(URL.parse(location, from)?.href ?? location);
  // An authorization header must not be sent to another origin.
  if (options.headers?.["authorization"] && next.origin !== from.origin) return undefined;
  return next;
}

function isRedirect(status: number): boolean {
  return status >= 300 && status <= 399;
}

function parsed(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new HttpFailure("bad-address", false, `"${address}" is not a web address.`);
  return url;
}
