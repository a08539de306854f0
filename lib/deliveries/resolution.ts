import type { Candidate } from "../networks/contract/remote.ts";
import type { Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";
import { searchedFirst } from "./search-first.ts";

export const resolutions = ["is-there", "send-again", "leave-out"] as const;

/** What a person says of a delivery that waits for them. */
export type Resolution = (typeof resolutions)[number];

export interface Resolved {
  readonly resolution: Resolution;
  /** The URL where the person saw the post. */
  readonly url?: string | undefined;
  /** The candidate that the person picked. */
  readonly found?: Candidate | undefined;
  readonly isSearchedFirst?: boolean;
}

/** Returns the resolutions that a delivery allows, the safest first; empty if no answer is needed. */
export function allowedResolutions({
  state,
  sender,
}: Pick<Delivery, "state" | "sender">): readonly Resolution[] {
  // Sending again is not offered if the network's rules require a person: the delivery would come back here.
  if (state === "needs_person")
    return sender === "person" ? ["is-there", "leave-out"] : resolutions;
  return state === "failed" || state === "missed" ? ["send-again", "leave-out"] : [];
}

/**
 * Returns the change for a resolution. Sending again in doubt repeats the same request; after a refusal the
 * request is prepared anew.
 */
export function afterResolution(delivery: Delivery, resolved: Resolved, now: Date): Change {
  switch (resolved.resolution) {
    case "is-there":
      return isThere(delivery, resolved, now);
    case "send-again":
      return sentAgain(delivery, resolved, now);
    case "leave-out":
      // `recovery` stays as it is, because the resolution can be undone.
      return { state: "cancelled", reason: "left-out", reasonDetail: null };
  }
}

function isThere(delivery: Delivery, { url, found }: Resolved, now: Date): Change {
  return {
    state: "published",
    recovery: "none",
    reason: null,
    reasonDetail: null,
    candidates: null,
    url: found?.url ?? url ?? delivery.url,
    ...(found && { remoteId: found.remoteId, reference: found.reference }),
    publishedAt: found ? new Date(found.at) : (delivery.intentAt ?? now),
  };
}

function sentAgain(delivery: Delivery, { isSearchedFirst = false }: Resolved, now: Date): Change {
  return {
    ...searchedFirst(isSearchedFirst),
    state: "scheduled",
    reasonDetail: null,
    candidates: null,
    dueAt: now,
    plannedAt: now,
    attempts: 0,
    consecutiveFailures: 0,
    notFoundCount: 0,
    alertedAt: null,
    composerUrl: null,
    ...requestAfter(delivery),
  };
}

/**
 * A delivery missed in doubt stays in doubt: the same request is repeated, or the network is asked first if
 * that is not safe any more.
 */
function requestAfter({ state, ambiguousSends }: Delivery): Partial<Delivery> {
  if (state === "needs_person") return { ambiguousSends: 0 };
  return state === "missed" && ambiguousSends > 0
    ? {}
    : { ambiguousSends: 0, request: null, firstIntentAt: null };
}
