import { HttpFailure, type HttpRequest } from "#lib/kernel/ports";
import type { Json } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";

import type { ClassKind } from "../network/kinds.ts";
import type { Place } from "./passing.ts";
import { resetOf } from "./reset-of.ts";

/** What every call of a chaos network can come to. */
export type Answered =
  | { readonly kind: "ok"; readonly status: number; readonly body: { [key: string]: Json } }
  /** An error that the network explains. */
  | { readonly kind: "no"; readonly status: number; readonly body: { [key: string]: Json } }
  | { readonly kind: "expired" }
  | { readonly kind: "later"; readonly retryAt: Date; readonly detail: string }
  | { readonly kind: "not-sent"; readonly detail: string }
  | { readonly kind: "unknown"; readonly detail: string; readonly httpStatus?: number };

export interface Call {
  readonly method: NonNullable<HttpRequest["method"]>;
  readonly path: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

/** One exchange through the product's HTTP client, as carefully told apart as the product's own connectors do. */
export async function exchange(
  { origin, worker, speed, timeoutMs }: Place,
  kind: ClassKind,
  session: Session,
  { method, path, body, headers }: Call,
): Promise<Answered> {
  const url = `${origin}/${kind}/${session.account.remoteId}/${path}`;
  try {
    const answer = await session.http.send(url, {
      method,
      headers: {
        authorization: `Bearer ${Number(session.credentials["token"])}`,
        "x-worker": String(worker),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      timeoutMs: Math.ceil((0.9 * timeoutMs) / speed),
    });
    return read(kind, answer, session.now());
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { kind: error.sent ? "unknown" : "not-sent", detail: error.message };
  }
}

function read(
  kind: ClassKind,
  { status, headers, body }: { status: number; headers: Headers; body: Buffer },
  now: Date,
): Answered {
  const detail = `HTTP ${status}`;
  if (status === 401) return { kind: "expired" };
  if (status === 429) return { kind: "later", retryAt: resetOf(kind, headers, now), detail };
  if (status >= 500) return { kind: "unknown", detail, httpStatus: status };
  const json = parsed(body);
  if (!json) return { kind: "unknown", detail: `${detail}, unreadable`, httpStatus: status };
  return { kind: status < 300 ? "ok" : "no", status, body: json };
}

function parsed(body: Buffer): { [key: string]: Json } | undefined {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === "object" && value !== null
      ? (value as { [key: string]: Json })
      : undefined;
  } catch {
    return undefined;
  }
}
