import type { Candidate } from "../networks/contract/remote.ts";
import type { Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";
import { searchedFirst } from "./search-first.ts";

export const resolutions = ["is-there", "send-again", "leave-out"] as const;

/** What a person says of a delivery that waits for them. */
export type Resolution = (typeof resolutions)[number];

export interface Resolved {
  readonly resolution: Resolution;
  /** Where the person saw it. */
  readonly url?: string | undefined;
  /** Which of the posts that were offered it is. */
  readonly found?: Candidate | undefined;
  readonly isSearchedFirst?: boolean;
}

/** The resolutions that make sense for a delivery, the safest first; empty where nothing is asked. */
export function allowedResolutions({
  state,
  sender,
}: Pick<Delivery, "state" | "sender">): readonly Resolution[] {
  // Sent again, the network's rules would bring it straight back here.
  if (state === "needs_person")
    return sender === "person" ? ["is-there", "leave-out"] : resolutions;
  return state === "failed" || state === "missed" ? ["send-again", "leave-out"] : [];
}

/** Sending again after doubt repeats the same bytes; after a refusal they are made anew. */
export function afterResolution(delivery: Delivery, resolved: Resolved, now: Date): Change {
  switch (resolved.resolution) {
    case "is-there":
      return isThere(delivery, resolved, now);
    case "send-again":
      return sentAgain(delivery, resolved, now);
    case "leave-out":
      // What it may have been before a restore stays: this can be undone.
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

/** What was missed in doubt stays in doubt: the same bytes go, and where that is not safe any more the network is asked first. */
function requestAfter({ state, ambiguousSends }: Delivery): Partial<Delivery> {
  if (state === "needs_person") return { ambiguousSends: 0 };
  return state === "missed" && ambiguousSends > 0
    ? {}
    : { ambiguousSends: 0, request: null, firstIntentAt: null };
}
