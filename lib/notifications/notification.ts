import type { notifications } from "./schema.ts";

/** Kinds of notifications; the text of each is `notifications.kinds.<kind>`. */
export const notificationKinds = [
  "needs-person",
  "in-doubt",
  "delayed",
  "by-hand",
  "missed",
  "failed",
  "thread-stopped",
  "incomplete",
  "reconnect",
  "out-of-credit",
  "safe-mode",
  "dead-letter",
] as const;

export type NotificationKind = (typeof notificationKinds)[number];
export type Notification = typeof notifications.$inferSelect;

/** A notification with the current data of what it is about. */
export interface NotificationSubject {
  readonly notification: Notification;
  readonly account: { readonly network: string; readonly handle: string } | undefined;
  /** The handler that failed, for a notification about a dead letter. */
  readonly handler: string | undefined;
  readonly delivery:
    | {
        readonly postId: string;
        readonly text: string;
        readonly part: number;
        readonly partCount: number;
        readonly plannedAt: Date;
      }
    | undefined;
}

/** Returns the notification kind for a delivery's current state; undefined if nobody has to be notified. */
export function kindOfDelivery(delivery: {
  readonly state: string;
  readonly recovery: string;
  readonly sender: string;
  readonly reason: string | null;
  readonly part: number;
  readonly partCount: number;
}): NotificationKind | undefined {
  const { state, recovery, part, partCount } = delivery;
  // After a restore the state of the earlier parts is unknown, so they need not be published.
  const isStop = (state === "failed" || state === "needs_person") && recovery !== "restored";
  if (partCount > 1 && part > 1 && isStop) return "thread-stopped";
  return kindOfState(delivery);
}

function kindOfState({ state, sender, reason }: Parameters<typeof kindOfDelivery>[0]) {
  if (state === "published") return reason ? "incomplete" : undefined;
  if (state === "needs_person") return sender === "person" ? "by-hand" : "needs-person";
  return state === "failed" || state === "missed" ? state : undefined;
}

/** Returns the kind for a delivery that takes long. Nobody has to act on it yet. */
export function kindOfSlow(delivery: {
  readonly state: string;
  readonly ambiguousSends: number;
  readonly alertedAt: Date | null;
}): NotificationKind | undefined {
  const { state, ambiguousSends, alertedAt } = delivery;
  if (!alertedAt || !stillOnTheWay.has(state)) return undefined;
  return ambiguousSends > 0 || state === "unknown" || state === "reconciling"
    ? "in-doubt"
    : "delayed";
}

const stillOnTheWay = new Set(["scheduled", "claimed", "sending", "unknown", "reconciling"]);

/** Path, below the workspace, of the page where a person can act on the notification. */
export function placeOf({ kind, deliveryId }: Pick<Notification, "kind" | "deliveryId">): string {
  if (kind === "reconnect" || kind === "out-of-credit") return "accounts";
  return deliveryId ? `deliveries/${deliveryId}` : "needs-you";
}
