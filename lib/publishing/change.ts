import type { OutcomeRule } from "../networks/connector.ts";
import type { Published } from "../networks/remote.ts";
import type { Delivery } from "./delivery.ts";

/** What one step makes of a delivery. `why` goes into the history only; absent, the reason does. */
export type Change = Partial<Delivery> &
  Pick<Delivery, "state"> & { readonly why?: string | undefined };

/** What a decision rests on beside the delivery itself. */
export interface Facts {
  readonly now: Date;
  readonly rule: OutcomeRule;
}

export const mostAttempts = 12;

export function published({ remoteId, reference, url }: Published, now: Date): Change {
  return {
    state: "published",
    remoteId,
    reference,
    url,
    publishedAt: now,
    reason: null,
    reasonDetail: null,
    candidates: null,
  };
}

/**
 * Something may be there. Nothing is sent until the network has been asked, and not before it can
 * know: `since` is the last moment at which the request can have been on its way.
 */
export function doubted(
  delivery: Delivery,
  { rule }: Facts,
  { since, detail }: { since: Date; detail: string },
): Change {
  return {
    state: "unknown",
    doubts: delivery.doubts + 1,
    absences: 0,
    dueAt: later(since, rule.settleMs),
    reason: "no-answer",
    reasonDetail: detail,
  };
}

/** Only a person can tell. */
export function parked(
  delivery: Delivery,
  { attempts = delivery.attempts, ...why }: { attempts?: number; reason: string; detail: string },
): Change {
  return { state: "needs_person", attempts, reason: why.reason, reasonDetail: why.detail };
}

/** The account cannot send now, through no fault of this delivery: it keeps its place and its tries. */
export function held(
  delivery: Delivery,
  reason: string,
  { detail = null, dueAt = delivery.dueAt }: { detail?: string | null; dueAt?: Date } = {},
): Change {
  return {
    state: "scheduled",
    dueAt,
    reason,
    reasonDetail: detail,
    ...(delivery.state === "sending" && {
      attempts: Math.max(0, delivery.attempts - 1),
      ...withoutIntent(delivery),
    }),
  };
}

/** Nothing left, so the time in which a request may be repeated has not begun. */
export function withoutIntent({ doubts }: Delivery): Partial<Delivery> {
  return doubts === 0 ? { firstIntentAt: null } : {};
}

/** 5 s, 10 s, 20 s … at most 10 minutes. */
export function backoff(now: Date, attempts: number): Date {
  return later(now, Math.min(5_000 * 2 ** Math.max(0, attempts - 1), 600_000));
}

export function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
