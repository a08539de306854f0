import type { notifications } from "./schema.ts";

/** The message is `notifications.kinds.<kind>`. */
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

/** What it is about, as it is now. */
export interface NotificationSubject {
  readonly notification: Notification;
  readonly account: { readonly network: string; readonly handle: string } | undefined;
  /** The handler that was given up, where it is about a dead letter. */
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

/** Whom a delivery that went wrong is told as; undefined where nobody has to know. */
export function kindOfDelivery(delivery: {
  readonly state: string;
  readonly recovery: string;
  readonly sender: string;
  readonly reason: string | null;
  readonly part: number;
  readonly partCount: number;
}): NotificationKind | undefined {
  const { state, recovery, part, partCount } = delivery;
  // After a restore nobody knows of any part: then the parts before it need not be out.
  const isStop = (state === "failed" || state === "needs_person") && recovery !== "restored";
  if (partCount > 1 && part > 1 && isStop) return "thread-stopped";
  return kindOfState(delivery);
}

function kindOfState({ state, sender, reason }: Parameters<typeof kindOfDelivery>[0]) {
  if (state === "published") return reason ? "incomplete" : undefined;
  if (state === "needs_person") return sender === "person" ? "by-hand" : "needs-person";
  return state === "failed" || state === "missed" ? state : undefined;
}

/** The same for one that takes long, of which nobody has to do anything yet. */
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

/** Where a person can do something about it, below the workspace. */
export function placeOf({ kind, deliveryId }: Pick<Notification, "kind" | "deliveryId">): string {
  if (kind === "reconnect" || kind === "out-of-credit") return "accounts";
  return deliveryId ? `deliveries/${deliveryId}` : "needs-you";
}
