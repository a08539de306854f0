import { setTimeout as sleep } from "node:timers/promises";

/**
 * What goes wrong with one request. "-after": X has carried it out all the same.
 * `reset` breaks the connection, `hang` never answers, `html` is a proxy's error page.
 */
export type XFault =
  | "reset"
  | "reset-after"
  | "hang"
  | "hang-after"
  | "html"
  | "html-after"
  | "garbled-after"
  | "too-many-legacy"
  | { readonly status: number; readonly body: Record<string, unknown> }
  | { readonly delayMs: number };

export class XFaults {
  readonly #waiting = new Map<string, XFault[]>();

  /** The next requests of a route fail in this order. */
  next(route: string, ...faults: readonly XFault[]): void {
    this.#waiting.set(route, [...(this.#waiting.get(route) ?? []), ...faults]);
  }

  take(route: string): XFault | undefined {
    return this.#waiting.get(route)?.shift();
  }
}

/** How a request ends that was spoiled; undefined where it goes on as if nothing were wrong. */
export type Spoiled =
  | { kind: "reset" }
  | { kind: "hang" }
  | { kind: "answer"; status: number; type: string; body: string };

const page = "<html><body><h1>503 Service Unavailable</h1></body></html>";
const html = { kind: "answer" as const, status: 503, type: "text/html", body: page } as const;
const json = "application/json";

export async function beforeCarryingOut(fault: XFault | undefined): Promise<Spoiled | undefined> {
  if (fault === undefined) return undefined;
  if (typeof fault === "object") {
    if ("delayMs" in fault) await sleep(fault.delayMs);
    else return answer(fault.status, fault.body);
  }
  if (fault === "reset" || fault === "hang") return { kind: fault };
  if (fault === "html") return html;
  if (fault === "too-many-legacy")
    return answer(429, { errors: [{ code: 88, message: "Rate limit exceeded" }] });
  return undefined;
}

export function afterCarryingOut(fault: XFault | undefined): Spoiled | undefined {
  if (fault === "reset-after") return { kind: "reset" };
  if (fault === "hang-after") return { kind: "hang" };
  if (fault === "html-after") return { ...html, status: 502 };
  if (fault === "garbled-after")
    return { kind: "answer", status: 201, type: json, body: '{"data":{"id":"14' };
  return undefined;
}

function answer(status: number, body: Record<string, unknown>): Spoiled {
  return { kind: "answer", status, type: json, body: JSON.stringify(body) };
}
