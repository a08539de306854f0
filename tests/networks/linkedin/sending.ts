import type { ServerResponse } from "node:http";

import type { FaultWords } from "../stand-in/faults.ts";

/** What goes wrong at LinkedIn, in its words. It tells of no reset. */
export const faultWords: FaultWords = {
  page: { before: 503, after: 502 },
  malformed: '{"id":"urn:li:sh',
  tooMany: {
    headers: {},
    body: {
      status: 429,
      serviceErrorCode: 101,
      code: "TOO_MANY_REQUESTS",
      message:
        "Resource level throttle MEMBER_AND_APPLICATION DAY limit for calls to this resource is reached.",
    },
  },
  unavailable: { status: 503, message: "Service Unavailable" },
};

export function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const type = body === undefined ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

export function show(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}

export function send(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}
