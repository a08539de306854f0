import type { Post } from "../posts/post.ts";
import type { Attempt, Delivery } from "./delivery.ts";

/** Statuses of a post; the text is `delivery.status.<status>`. */
export const postStatuses = [
  "draft",
  "scheduled",
  "publishing",
  "checking",
  "published",
  "partly-published",
  "taken-down",
  "needs-person",
  "failed",
  "missed",
  "left-out",
] as const;

/** The most urgent status that applies to any of the post's deliveries. */
export type PostStatus = (typeof postStatuses)[number];

/** State of a delivery as shown; the text is `delivery.states.<state>`. */
export type ShownState = Delivery["state"] | "removed";

type Shown = Pick<Delivery, "state" | "removedAt">;

/** Returns the status of a post from the states of its deliveries. */
export function postStatus(post: Pick<Post, "state">, deliveries: readonly Shown[]): PostStatus {
  if (post.state !== "scheduled") return "draft";
  const states = new Set(deliveries.map(shownState));
  return urgent(states) ?? settled(states);
}

/** Returns the state as shown: a published post that was removed from the network is "removed". */
export function shownState({ state, removedAt }: Shown): ShownState {
  return state === "published" && removedAt ? "removed" : state;
}

const byUrgency: readonly (readonly [PostStatus, readonly ShownState[]])[] = [
  ["needs-person", ["needs_person"]],
  ["missed", ["missed"]],
  ["failed", ["failed", "stopped"]],
  ["checking", ["unknown", "reconciling"]],
  ["publishing", ["claimed", "sending"]],
];

function urgent(states: ReadonlySet<ShownState>): PostStatus | undefined {
  return byUrgency.find(([, found]) => found.some((state) => states.has(state)))?.[0];
}

/** Returns the status if nothing is in flight and nothing needs attention. */
function settled(states: ReadonlySet<ShownState>): PostStatus {
  const isMissing = (["scheduled", "cancelled", "removed"] as const).some((one) => states.has(one));
  if (states.has("published")) return isMissing ? "partly-published" : "published";
  if (states.has("scheduled")) return states.has("removed") ? "partly-published" : "scheduled";
  if (states.has("removed")) return "taken-down";
  return states.has("cancelled") ? "left-out" : "scheduled";
}

/**
 * Returns the state on the network, with "edited" for an edited post; the text is `delivery.states.<state>`.
 */
export function stateOnNetwork(
  delivery: Pick<Delivery, "state" | "removedAt"> & {
    readonly history: readonly Pick<Attempt, "outcome">[];
  },
): ShownState | "edited" {
  const state = shownState(delivery);
  const isEdited = delivery.history.some(({ outcome }) => outcome === "edited");
  return state === "published" && isEdited ? "edited" : state;
}
