import type { Change } from "./change.ts";
import type { NewTime } from "./delivery-event.ts";
import type { Delivery, DeliveryState } from "./delivery.ts";
import { searchedFirst } from "./search-first.ts";

export type Immovable = "not-scheduled" | "already-publishing" | "already-published";

const untouched: ReadonlySet<DeliveryState> = new Set([
  "scheduled",
  "missed",
  "failed",
  "stopped",
  "cancelled",
]);

/**
 * Returns why a post cannot be moved or withdrawn: part of it is or may be published; undefined if it can.
 */
export function immovable(
  deliveries: readonly Pick<Delivery, "state" | "ambiguousSends">[],
): Exclude<Immovable, "not-scheduled"> | undefined {
  const states = deliveries.map((delivery) => delivery.state);
  if (states.includes("published")) return "already-published";
  return deliveries.every(isUntouched) ? undefined : "already-publishing";
}

/** A delivery that waits to be sent again may already be on the network. */
function isUntouched({
  state,
  ambiguousSends,
}: Pick<Delivery, "state" | "ambiguousSends">): boolean {
  return untouched.has(state) && !(isWaiting(state) && ambiguousSends > 0);
}

function isWaiting(state: DeliveryState): boolean {
  return state === "scheduled" || state === "missed";
}

/** Schedules the delivery for another time. */
export function afterNewTime({ at, isSearchedFirst }: NewTime): Change {
  return {
    ...searchedFirst(isSearchedFirst),
    state: "scheduled",
    dueAt: at,
    plannedAt: at,
    reasonDetail: null,
  };
}

/**
 * Resets the tries, because a person gave the new time. After a refusal the request is also prepared anew.
 */
export function withTriesReset({ state }: Delivery): Partial<Delivery> {
  const isRefused = state === "failed";
  return {
    attempts: 0,
    consecutiveFailures: 0,
    alertedAt: null,
    ...(isRefused && { request: null, ambiguousSends: 0, firstIntentAt: null }),
  };
}
