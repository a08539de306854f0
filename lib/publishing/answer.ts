import type { Candidate } from "../networks/contract/remote.ts";
import type { Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";

export const answers = ["is-there", "send-again", "leave-out"] as const;

export type Answer = (typeof answers)[number];

/** The answers that make sense for a delivery, the safest first; empty where nothing is asked. */
export function answersFor({
  state,
  reason,
}: Pick<Delivery, "state"> & { reason?: string | null }): readonly Answer[] {
  // Sent again, the network's rules would bring it straight back here.
  if (state === "needs_person") return reason === "by-hand" ? ["is-there", "leave-out"] : answers;
  return state === "failed" || state === "missed" ? ["send-again", "leave-out"] : [];
}

interface Said {
  readonly now: Date;
  /** Where the person saw it. */
  readonly url?: string | undefined;
  /** Which of the posts that were offered it is. */
  readonly found?: Candidate | undefined;
  /** Why the network is asked before it is sent again, where it is. */
  readonly reason?: string | null;
}

/** Where a person's answer takes a delivery. Sending again after doubt repeats the same bytes; after a refusal they are made anew. */
export function afterAnswer(delivery: Delivery, answer: Answer, said: Said): Change {
  switch (answer) {
    case "is-there":
      return isThere(delivery, said);
    case "send-again":
      return sentAgain(delivery, said);
    case "leave-out":
      return { state: "cancelled", reason: "left-out", reasonDetail: null };
  }
}

function isThere(delivery: Delivery, { now, url, found }: Said): Change {
  return {
    ...settled,
    state: "published",
    url: found?.url ?? url ?? delivery.url,
    ...(found && { remoteId: found.remoteId, reference: found.reference }),
    publishedAt: found ? new Date(found.at) : (delivery.intentAt ?? now),
  };
}

function sentAgain(delivery: Delivery, { now, reason = null }: Said): Change {
  return {
    ...settled,
    reason,
    state: "scheduled",
    dueAt: now,
    plannedAt: now,
    attempts: 0,
    setbacks: 0,
    absences: 0,
    toldAt: null,
    composerUrl: null,
    ...afresh(delivery),
  };
}

/** What was missed in doubt stays in doubt: the same bytes go, and where that is not safe any more the network is asked first. */
function afresh({ state, doubts }: Delivery): Partial<Delivery> {
  if (state === "needs_person") return { doubts: 0 };
  return state === "missed" && doubts > 0 ? {} : { doubts: 0, request: null, firstIntentAt: null };
}

const settled = { reason: null, reasonDetail: null, candidates: null } as const;
