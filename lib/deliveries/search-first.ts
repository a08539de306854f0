import { addMs, type Change, type Facts } from "./change.ts";
import type { Delivery } from "./delivery.ts";

type Recovery = Pick<Delivery, "recovery">;

/**
 * Whether the network is searched because the restored database may lack that the delivery was sent. An
 * unknown value of `recovery` counts as such: the network is searched, then a person is asked.
 */
export function isSearched({ recovery }: Recovery): boolean {
  return recovery !== "none" && recovery !== "duplicate_reported";
}

/** Whether the network is asked before anything is sent. */
export function isAskedFirst(delivery: Pick<Delivery, "state" | "recovery">): boolean {
  return delivery.state === "unknown" || isSearched(delivery);
}

/**
 * Whether the network must be searched before a delivery is sent that is scheduled anew, moved or sent again.
 * This holds if the post is older than the latest safe mode, because it may have been sent in the forgotten
 * period. It does not hold if a person was asked about it since, because they saw what the network shows.
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

/** Returns the recovery columns of a delivery that is scheduled anew. */
export function searchedFirst(isSearchedFirst: boolean): Pick<Delivery, "recovery" | "reason"> {
  return isSearchedFirst
    ? { recovery: "search_first", reason: "look-first" }
    : { recovery: "none", reason: null };
}

/**
 * The change for a delivery that was due or in flight when the database was restored. The higher fence
 * invalidates its current claim.
 */
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

/**
 * Returns the change after a search. `change` is what would follow from the answer for any other delivery.
 */
export function afterSearch(delivery: Delivery, answer: string, change: Change): Change {
  const { recovery, dueAt, reason } = delivery;
  const isPlannedLater = recovery === "search_first";
  if (isPlannedLater && answer === "absent")
    return { state: "scheduled", dueAt, recovery: "none", reason: null, reasonDetail: null };
  if (change.state === "unknown") return { ...change, recovery, reason };
  if (change.state === "published" && !isPlannedLater) return change;
  // A post planned for later that is already there was moved forward or has the same words as another. A
  // person decides.
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
