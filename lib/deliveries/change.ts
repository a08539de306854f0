import { backoffMs } from "../jobs/backoff.ts";
import type { OutcomeRule } from "../networks/contract/manifest.ts";
import type { Published } from "../networks/contract/remote.ts";
import type { Delivery } from "./delivery.ts";

/**
 * The columns that one event changes. `why` goes only into the history; if it is absent, `reason` is used.
 */
export type Change = Partial<Delivery> &
  Pick<Delivery, "state"> & { readonly why?: string | undefined };

/** The inputs of a decision besides the delivery itself. */
export interface Facts {
  readonly now: Date;
  readonly rule: OutcomeRule;
}

/** Maximum number of requests that may have made a post. */
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
 * A request may have made a post. Nothing is sent until the network has been asked, at the earliest when the
 * settle time after `since` has passed. `since` is the last moment at which the request may have been on its
 * way.
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

/** Only a person can decide. */
export function needsPerson({ reason, detail }: { reason: string; detail: string }): Change {
  return { state: "needs_person", recovery: "none", reason, reasonDetail: detail };
}

/**
 * The account cannot send now for a reason outside this delivery. The delivery goes back to `scheduled`; this
 * request does not count as an attempt.
 */
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

/**
 * No request left: takes the attempt back and, if no earlier request is in doubt, restarts the period in
 * which a request may be repeated.
 */
export function withoutIntent({ state, attempts, ambiguousSends }: Delivery): Partial<Delivery> {
  if (state !== "sending") return {};
  return {
    attempts: Math.max(0, attempts - 1),
    ...(ambiguousSends === 0 && { firstIntentAt: null }),
  };
}

/** Returns when to try again: after 5 s, 10 s, 20 s …, at most 10 minutes. */
export function backoff(now: Date, consecutiveFailures: number): Date {
  return addMs(now, backoffMs(consecutiveFailures, { firstMs: 5_000, longestMs: 600_000 }));
}

export function addMs(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
