import type { Post } from "../posts/post.ts";
import type { Delivery } from "./delivery.ts";

/** The message is `delivery.status.<status>`. The most urgent that is true of any of the post's deliveries. */
export type PostStatus =
  | "draft"
  | "scheduled"
  | "publishing"
  | "checking"
  | "published"
  | "partly-published"
  | "needs-person"
  | "failed"
  | "missed"
  | "left-out";

type State = Delivery["state"];

/** How a post fares, from how its deliveries fare. */
export function postStatus(
  post: Pick<Post, "state">,
  deliveries: readonly Pick<Delivery, "state">[],
): PostStatus {
  if (post.state !== "scheduled") return "draft";
  const states = new Set(deliveries.map((delivery) => delivery.state));
  return urgent(states) ?? settled(states);
}

const byUrgency: readonly (readonly [PostStatus, readonly State[]])[] = [
  ["needs-person", ["needs_person"]],
  ["missed", ["missed"]],
  ["failed", ["failed", "stopped"]],
  ["checking", ["unknown", "reconciling"]],
  ["publishing", ["claimed", "sending"]],
];

function urgent(states: ReadonlySet<State>): PostStatus | undefined {
  return byUrgency.find(([, found]) => found.some((state) => states.has(state)))?.[0];
}

/** Nothing in flight, nothing wrong. */
function settled(states: ReadonlySet<State>): PostStatus {
  if (states.has("scheduled")) return states.has("published") ? "partly-published" : "scheduled";
  if (states.has("published")) return states.has("cancelled") ? "partly-published" : "published";
  return states.has("cancelled") ? "left-out" : "scheduled";
}
