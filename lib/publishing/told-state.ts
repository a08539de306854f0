import type { Attempt, Delivery } from "./delivery.ts";
import { shownState, type ShownState } from "./post-status.ts";

/** As it stands on the network now; the message is `delivery.states.<state>`. */
export function toldState(
  delivery: Pick<Delivery, "state" | "removedAt"> & {
    readonly history: readonly Pick<Attempt, "outcome">[];
  },
): ShownState | "edited" {
  const state = shownState(delivery);
  const isEdited = delivery.history.some(({ outcome }) => outcome === "edited");
  return state === "published" && isEdited ? "edited" : state;
}
