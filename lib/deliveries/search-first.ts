import { addMs, type Change, type Facts } from "./change.ts";
import type { Delivery } from "./delivery.ts";

type Recovery = Pick<Delivery, "recovery">;

/**
 * What the database may have forgotten about a delivery makes it look before it acts. A word that
 * this version does not know counts: it is looked for, and then a person is asked.
 */
export function isSearched({ recovery }: Recovery): boolean {
  return recovery !== "none" && recovery !== "duplicate_reported";
}

/** Whether the network is asked before anything is sent. */
export function isAskedFirst(delivery: Pick<Delivery, "state" | "recovery">): boolean {
  return delivery.state === "unknown" || isSearched(delivery);
}

/**
 * Whether what is scheduled anew, moved or sent again is looked for first: where its post is older
 * than the latest safe mode, it may have been sent in what was forgotten, whatever state the
 * database has it in. A person who was asked because of it has been told what the network shows.
 */
export function mustSearchFirst(
  post: { readonly createdAt: Date },
  safeModeAt: Date | undefined,
  asked?: Pick<Delivery, "state" | "recovery" | "updatedAt">,
): boolean {
  if (!safeModeAt || post.createdAt > safeModeAt) return false;
  const isAnswered =
    asked?.state === "needs_person" &&
    asked.recovery === "restored" &&
    asked.updatedAt >= safeModeAt;
  return !isAnswered;
}

/** What is to go out anew: looked for first, or free of whatever was. */
export function searchedFirst(isSearchedFirst: boolean): Pick<Delivery, "recovery" | "reason"> {
  return isSearchedFirst
    ? { recovery: "search_first", reason: "look-first" }
    : { recovery: "none", reason: null };
}

/** A delivery that was due or in flight, in a database that was put back. Whoever still holds it holds it no more. */
export function afterRestore(delivery: Delivery, { now, rule }: Facts): Change {
  return {
    state: "unknown",
    recovery: "restored",
    fence: delivery.fence + 1,
    consecutiveFailures: 0,
    notFoundCount: 0,
    dueAt: addMs(now, rule.settleMs),
    reason: "restored",
    reasonDetail: null,
  };
}

/** `change` is what would follow from the answer for any other delivery. */
export function afterSearch(delivery: Delivery, answer: string, change: Change): Change {
  const { recovery, dueAt, reason } = delivery;
  const isPlannedLater = recovery === "search_first";
  if (isPlannedLater && answer === "absent")
    return { state: "scheduled", dueAt, recovery: "none", reason: null, reasonDetail: null };
  if (change.state === "unknown") return { ...change, recovery, reason };
  if (change.state === "published" && !isPlannedLater) return change;
  // Planned for later and there already: moved forward, or the same words twice. A person knows.
  const { url = null, candidates, reasonDetail = null } = change;
  return {
    state: "needs_person",
    recovery: "restored",
    url,
    reason: "restored",
    reasonDetail,
    ...(candidates && { candidates }),
  };
}
