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
  switch (kind) {
    case "reset-before":
    case "reset-after":
      response.socket?.destroy();
      return;
    case "error-before":
    case "error-after":
      response.writeHead(502, { "content-type": "text/html" }).end(page);
      return;
    case "truncated-after":
      response.writeHead(200, { "content-type": "application/json", "content-length": "900" });
      response.write('{"id":"1');
      setTimeout(() => response.socket?.destroy(), 20);
      return;
    case "malformed-after":
      response.writeHead(200, { "content-type": "application/json" }).end('{"id":');
      return;
    case "hang-after":
      return;
    case "too-many":
      response.writeHead(429, {
        "content-type": "application/json",
        "x-ratelimit-limit": "300",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": new Date(now.getTime() + 90_000).toISOString(),
      });
      response.end('{"error":"Too many requests"}');
      return;
    case "unavailable":
      response.writeHead(503, { "content-type": "application/json" });
      response.end('{"error":"Remote data could not be fetched"}');
  }
}
