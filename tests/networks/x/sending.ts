import type { IncomingMessage, ServerResponse } from "node:http";

import type { Spoiled } from "./faults.ts";

/** A request with its body read. */
export interface Received {
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly bytes: Buffer;
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** As JSON; what failed in X's own type. */
export function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const isProblem = status >= 400;
  const type = isProblem ? "application/problem+json" : "application/json; charset=utf-8";
  response.writeHead(status, { "content-type": type, ...headers }).end(JSON.stringify(body));
}

export function spoil(response: ServerResponse, spoiled: Spoiled): void {
  if (spoiled.kind === "reset") response.socket?.resetAndDestroy();
  if (spoiled.kind === "answer")
    response.writeHead(spoiled.status, { "content-type": spoiled.type }).end(spoiled.body);
}

export function show(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}

export function send(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}
