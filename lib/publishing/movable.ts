import type { Delivery, DeliveryState } from "./delivery.ts";

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
  deliveries: readonly Pick<Delivery, "state" | "doubts">[],
): Exclude<Immovable, "not-scheduled"> | undefined {
  const states = deliveries.map((delivery) => delivery.state);
  if (states.includes("published")) return "already-published";
  return deliveries.every(isUntouched) ? undefined : "already-publishing";
}

/** What waits to be sent once more may be there already. */
function isUntouched({ state, doubts }: Pick<Delivery, "state" | "doubts">): boolean {
  return untouched.has(state) && !(isWaiting(state) && doubts > 0);
}

function isWaiting(state: DeliveryState): boolean {
  return state === "scheduled" || state === "missed";
}
