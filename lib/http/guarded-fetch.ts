import type { Http, HttpRequest } from "../kernel/ports.ts";

/**
 * Wraps the HTTP client as a `fetch` function for packages that take one. Failed exchanges throw
 * `HttpFailure`.
 */
export function guardedFetch(http: Pick<Http, "send">, timeoutMs?: number) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const answer = await http.send(request.url, await sendable(request, timeoutMs));
    const wasRedirected = answer.url !== request.url && request.redirect !== "follow";
    if (wasRedirected) throw new TypeError(`${request.url} sends on to somewhere else.`);
    const hasBody = answer.status !== 204 && answer.status !== 304;
    return new Response(hasBody ? new Uint8Array(answer.body) : null, {
      status: answer.status,
      headers: answer.headers,
    });
  };
}

async function sendable(request: Request, timeoutMs: number | undefined): Promise<HttpRequest> {
  const method = methods.find((known) => known === request.method);
  if (!method) throw new TypeError(`${request.method} cannot be sent.`);
  const body = new Uint8Array(await request.arrayBuffer());
  return {
    method,
    headers: Object.fromEntries(request.headers),
    ...(body.length > 0 && { body }),
    ...(timeoutMs && { timeoutMs }),
  };
}

const methods = ["GET", "POST", "PUT", "DELETE"] as const;
