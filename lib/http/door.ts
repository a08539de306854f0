import { request, type Dispatcher } from "undici";

import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from "../kernel/ports.ts";
import { allowedHosts } from "./address.ts";
import { failureOf } from "./failure.ts";
import { guardedAgent, openAgent } from "./guarded-agent.ts";

const defaultTimeoutMs = 20_000;
const defaultMaxBytes = 5_000_000;
const maxRedirects = 3;

/** The product's one way out. `allowPrivateHosts` is the operator's list (ALLOW_PRIVATE_HOSTS). */
export function openDoor(allowPrivateHosts: string | undefined): Http {
  const isAllowed = allowedHosts(allowPrivateHosts);
  const [guarded, open] = [guardedAgent(), openAgent()];

  return {
    async send(address, options = {}) {
      let url = parsed(address);
      for (let redirects = 0; ; redirects += 1) {
        const isPrivateAllowed = isAllowed(url);
        if (url.protocol !== "https:" && !isPrivateAllowed)
          throw new HttpFailure("not-https", false, `${url.host} is not reached over https.`);
        const answer = await exchange(url, options, isPrivateAllowed ? open : guarded);
        const next = redirectOf(answer, url, options);
        if (!next || redirects === maxRedirects) return answer;
        url = next;
      }
    },
  };
}

async function exchange(
  url: URL,
  options: HttpRequest,
  dispatcher: Dispatcher,
): Promise<HttpResponse> {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { statusCode, headers, body } = await request(url, {
      method: options.method ?? "GET",
      headers: { "user-agent": "Shoutloop", ...options.headers },
      body: options.body ?? null,
      dispatcher,
      signal,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    const bytes = await readUpTo(body, options.maxBytes ?? defaultMaxBytes);
    return { status: statusCode, headers: headersOf(headers), body: bytes, url: url.href };
  } catch (error) {
    throw failureOf(error, signal);
  }
}

async function readUpTo(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes)
      throw new HttpFailure("too-large", true, `The answer is larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  return headers;
}

function redirectOf(answer: HttpResponse, from: URL, options: HttpRequest): URL | undefined {
  const location = answer.headers.get("location");
  const isRead = (options.method ?? "GET") === "GET";
  if (!isRead || !location || answer.status < 300 || answer.status > 399) return undefined;
  const next = parsed(new URL(location, from).href);
  // A token goes to the host it was made for and nowhere else.
  if (options.headers?.["authorization"] && next.origin !== from.origin) return undefined;
  return next;
}

function parsed(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new HttpFailure("bad-address", false, `"${address}" is not a web address.`);
  return url;
}
