import type { ServerResponse } from "node:http";

import type { FaultWords } from "../stand-in/faults.ts";

/** What goes wrong at X, in its words; a limit in those of its older documents. */
export const faultWords: FaultWords = {
  page: { before: 503, after: 502 },
  malformed: '{"data":{"id":"14',
  tooMany: { headers: {}, body: { errors: [{ code: 88, message: "Rate limit exceeded" }] } },
  unavailable: { title: "Service Unavailable", status: 503 },
};

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

export function show(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}

export function send(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}
