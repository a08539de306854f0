import type { ServerResponse } from "node:http";

/** What goes wrong with one request. "after": the server did it, and the answer is lost. */
export type FaultKind =
  | "reset-before"
  | "reset-after"
  | "error-before"
  | "error-after"
  | "truncated-after"
  | "malformed-after"
  | "hang-after"
  | "too-many"
  | "unavailable";

export interface Fault {
  readonly kind: FaultKind;
  /** "POST /api/v1/statuses"; absent: whatever comes next. */
  readonly on?: string;
}

export class Faults {
  private readonly planned: Fault[] = [];

  add(kind: FaultKind, on?: string, times = 1): void {
    for (let count = 0; count < times; count += 1)
      this.planned.push({ kind, ...(on === undefined ? {} : { on }) });
  }

  clear(): void {
    this.planned.splice(0);
  }

  take(method: string, path: string): FaultKind | undefined {
    const index = this.planned.findIndex(({ on }) => !on || `${method} ${path}`.startsWith(on));
    return index === -1 ? undefined : this.planned.splice(index, 1)[0]?.kind;
  }
}

export function isBefore(kind: FaultKind): boolean {
  return !kind.endsWith("-after");
}

const page = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";

/** Answers, or does not, as the fault says. */
export function failWith(kind: FaultKind, response: ServerResponse, now: Date): void {
  ways[kind](response, now);
}

type Way = (response: ServerResponse, now: Date) => void;

const reset: Way = (response) => response.socket?.destroy();
const badGateway: Way = (response) => {
  response.writeHead(502, { "content-type": "text/html" }).end(page);
};
const json = { "content-type": "application/json" };

const ways: Readonly<Record<FaultKind, Way>> = {
  "reset-before": reset,
  "reset-after": reset,
  "error-before": badGateway,
  "error-after": badGateway,
  "truncated-after": (response) => {
    response.writeHead(200, { ...json, "content-length": "900" });
    response.write('{"id":"1');
    setTimeout(() => response.socket?.destroy(), 20);
  },
  "malformed-after": (response) => {
    response.writeHead(200, json).end('{"id":');
  },
  "hang-after": () => {},
  "too-many": (response, now) => {
    response.writeHead(429, {
      ...json,
      "x-ratelimit-limit": "300",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": new Date(now.getTime() + 90_000).toISOString(),
    });
    response.end('{"error":"Too many requests"}');
  },
  unavailable: (response) => {
    response.writeHead(503, json).end('{"error":"Remote data could not be fetched"}');
  },
};
