import { backoffMs } from "../jobs/backoff.ts";
import type { OutcomeRule } from "../networks/contract/manifest.ts";
import type { Published } from "../networks/contract/remote.ts";
import type { Delivery } from "./delivery.ts";

/** What one step makes of a delivery. `why` goes into the history only; absent, the reason does. */
export type Change = Partial<Delivery> &
  Pick<Delivery, "state"> & { readonly why?: string | undefined };

/** What a decision rests on beside the delivery itself. */
export interface Facts {
  readonly now: Date;
  readonly rule: OutcomeRule;
}

/** Requests that may have made a post. */
export const mostAttempts = 12;

export function published({ remoteId, reference, url }: Published, now: Date): Change {
  return {
    state: "published",
    remoteId,
    reference,
    url,
    publishedAt: now,
    recovery: "none",
    reason: null,
    reasonDetail: null,
    candidates: null,
  };
}

/**
 * Something may be there. Nothing is sent until the network has been asked, and not before it can
 * know: `since` is the last moment at which the request can have been on its way.
 */
export function inDoubt(
  delivery: Delivery,
  { rule }: Facts,
  { since, detail }: { since: Date; detail: string },
): Change {
  return {
    state: "unknown",
    recovery: "none",
    ambiguousSends: delivery.ambiguousSends + 1,
    consecutiveFailures: 0,
    notFoundCount: 0,
    dueAt: addMs(since, rule.settleMs),
    reason: "no-answer",
    reasonDetail: detail,
  };
}

/** Only a person can tell. */
export function needsPerson({ reason, detail }: { reason: string; detail: string }): Change {
  return { state: "needs_person", recovery: "none", reason, reasonDetail: detail };
}

/** The account cannot send now, through no fault of this delivery: it keeps its place and its tries. */
export function putBack(
  delivery: Delivery,
  reason: string,
  { detail = null, dueAt = delivery.dueAt }: { detail?: string | null; dueAt?: Date } = {},
): Change {
  return {
    state: "scheduled",
    recovery: "none",
    dueAt,
    reason,
    reasonDetail: detail,
    ...withoutIntent(delivery),
  };
}

/** Nothing left: the request does not count, and the time in which it may be repeated has not begun. */
export function withoutIntent({ state, attempts, ambiguousSends }: Delivery): Partial<Delivery> {
  if (state !== "sending") return {};
  return {
    attempts: Math.max(0, attempts - 1),
    ...(ambiguousSends === 0 && { firstIntentAt: null }),
  };
}

/** 5 s, 10 s, 20 s … at most 10 minutes. */
export function backoff(now: Date, consecutiveFailures: number): Date {
  return addMs(now, backoffMs(consecutiveFailures, { firstMs: 5_000, longestMs: 600_000 }));
}

export function addMs(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
