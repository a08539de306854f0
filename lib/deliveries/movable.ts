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

/** Why a post cannot be moved or taken back any more: something of it is out, or may be. */
export function immovable(
  deliveries: readonly Pick<Delivery, "state" | "ambiguousSends">[],
): Exclude<Immovable, "not-scheduled"> | undefined {
  const states = deliveries.map((delivery) => delivery.state);
  if (states.includes("published")) return "already-published";
  return deliveries.every(isUntouched) ? undefined : "already-publishing";
}

/** What waits to be sent once more may be there already. */
function isUntouched({
  state,
  ambiguousSends,
}: Pick<Delivery, "state" | "ambiguousSends">): boolean {
  return untouched.has(state) && !(isWaiting(state) && ambiguousSends > 0);
}

function isWaiting(state: DeliveryState): boolean {
  return state === "scheduled" || state === "missed";
}

/** What is to go out at another time than before. */
export function afterNewTime({ at, isSearchedFirst }: NewTime): Change {
  return {
    ...searchedFirst(isSearchedFirst),
    state: "scheduled",
    dueAt: at,
    plannedAt: at,
    reasonDetail: null,
  };
}

/** A person gave it the new time: its tries begin anew; after a refusal its bytes are made anew, too. */
export function withTriesReset({ state }: Delivery): Partial<Delivery> {
  const isRefused = state === "failed";
  return {
    attempts: 0,
    consecutiveFailures: 0,
    alertedAt: null,
    ...(isRefused && { request: null, ambiguousSends: 0, firstIntentAt: null }),
  };
}
