import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import next from "next";

import type { Environment } from "./environment.ts";
import { contentSecurityPolicy, isForgery, standingHeaders } from "./request-guard.ts";
import type { Stoppable } from "./stop-on-signal.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface WebServer extends Stoppable {
  /** Until this has been called every request is answered "in a moment". */
  serve(): Promise<void>;
}

/** Takes the port at once, so that a port in use is known before anything else happens. */
export async function openWebServer(
  env: Environment,
  { isDevelopment }: { isDevelopment: boolean },
): Promise<WebServer> {
  let handler: Handler = inAMoment;
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(env.port, env.host, resolve);
  });
  const pages = next({
    dev: isDevelopment,
    hostname: env.host,
    port: env.port,
    httpServer: server,
  });

  return {
    async serve() {
      await pages.prepare();
      handler = guarded(pages.getRequestHandler(), env, isDevelopment);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1_000).unref();
      await closed;
    },
  };
}

function guarded(pages: Handler, env: Environment, isDevelopment: boolean): Handler {
  const standing = Object.entries(standingHeaders(env.publicUrl));
  return (request, response) => {
    for (const [name, value] of standing) response.setHeader(name, value);
    if (isForgery(request.method, request.headers, env.publicUrl)) return refuse(response);
    const nonce = randomBytes(16).toString("base64");
    const policy = contentSecurityPolicy(nonce, env, isDevelopment);
    // Uploads answer with a stricter policy of their own; a header that is there already would win.
    if (!request.url?.startsWith("/api/media/"))
      response.setHeader("content-security-policy", policy);
    request.headers["content-security-policy"] = policy;
    request.headers["x-nonce"] = nonce;
    request.headers["x-shoutloop-client"] = request.socket.remoteAddress ?? "unknown";
    return pages(request, response);
  };
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { "content-type": "text/plain; charset=utf-8" });
  response.end("This request did not come from one of our own pages.\n");
}

function inAMoment(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "retry-after": "2", "content-type": "text/plain; charset=utf-8" });
  response.end("Shoutloop is starting; try again in a moment.\n");
}
