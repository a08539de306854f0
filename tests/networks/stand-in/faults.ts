import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What goes wrong with one request. "-after": the server has carried it out all the same, and the
 * answer is lost. `reset` breaks the connection, `hang` never answers, `error` is a proxy's page.
 */
export type Fault =
  | "reset-before"
  | "reset-after"
  | "hang-before"
  | "hang-after"
  | "error-before"
  | "error-after"
  | "truncated-after"
  | "malformed-after"
  | "too-many"
  | "unavailable"
  | { readonly status: number; readonly body: Record<string, unknown> }
  | { readonly delayMs: number };

/** The faults that are still to come. */
export class Faults {
  readonly #planned: { readonly fault: Fault; readonly on: string | undefined }[] = [];

  /** Without `on`, whatever comes next. */
  add(fault: Fault, on?: string, times = 1): void {
    for (let count = 0; count < times; count += 1) this.#planned.push({ fault, on });
  }

  /** The next requests of a route fail in this order. */
  next(on: string, ...faults: readonly Fault[]): void {
    for (const fault of faults) this.add(fault, on);
  }

  clear(): void {
    this.#planned.splice(0);
  }

  /** Of a request that is called any of these: its route's name, or "POST /api/v1/statuses" as far as it goes. */
  take(...names: readonly string[]): Fault | undefined {
    const index = this.#planned.findIndex(
      ({ on }) => on === undefined || names.some((name) => name.startsWith(on)),
    );
    return index === -1 ? undefined : this.#planned.splice(index, 1)[0]?.fault;
  }
}

/** How one network words what every network does. */
export interface FaultWords {
  /** The status of a proxy's page before and after the server itself was reached. */
  readonly page: { readonly before: number; readonly after: number };
  readonly malformed: string;
  readonly tooMany: { readonly headers: Record<string, string>; readonly body: object };
  readonly unavailable: object;
}

/** True where the request is over, and nothing was carried out. */
export async function failBefore(
  fault: Fault | undefined,
  response: ServerResponse,
  words: FaultWords,
): Promise<boolean> {
  if (fault === undefined) return false;
  if (typeof fault === "object") {
    if ("delayMs" in fault) await sleep(fault.delayMs);
    else answer(response, fault.status, fault.body);
    return "status" in fault;
  }
  if (fault.endsWith("-after")) return false;
  if (fault === "reset-before") response.socket?.resetAndDestroy();
  if (fault === "error-before") showPage(response, words.page.before);
  if (fault === "too-many") answer(response, 429, words.tooMany.body, words.tooMany.headers);
  if (fault === "unavailable") answer(response, 503, words.unavailable);
  return true;
}

/** True where the request was carried out, and its answer is not what comes. */
export function failAfter(
  fault: Fault | undefined,
  response: ServerResponse,
  words: FaultWords,
): boolean {
  if (typeof fault !== "string" || !fault.endsWith("-after")) return false;
  if (fault === "reset-after") response.socket?.resetAndDestroy();
  if (fault === "error-after") showPage(response, words.page.after);
  if (fault === "malformed-after") response.writeHead(201, json).end(words.malformed);
  if (fault === "truncated-after") {
    response.writeHead(200, { ...json, "content-length": "900" });
    response.write(words.malformed);
    setTimeout(() => response.socket?.destroy(), 20);
  }
  return true;
}

const json = { "content-type": "application/json" };
const page = "<html><head><title>Bad Gateway</title></head><body>nginx</body></html>";

function showPage(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/html" }).end(page);
}

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...json, ...headers }).end(JSON.stringify(body));
}
