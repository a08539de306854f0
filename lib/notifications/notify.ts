import type { Context } from "../kernel/context.ts";
import type { Notification, NotificationKind } from "./notification.ts";
import { insertNotifications, listRecipients } from "./repository.ts";

/** How long notifications are collected before they are sent as one e-mail. */
export const collectMs = 30_000;

/**
 * Notifies all editors, managers and owners of the workspace. Each gets one notification per event, even if
 * this runs twice. Returns the number of recipients.
 */
export async function notify(
  ctx: Context,
  told: {
    readonly kind: NotificationKind;
    readonly eventId: string;
    readonly postId?: string;
    readonly deliveryId?: string;
    readonly accountId?: string;
  },
): Promise<number> {
  const recipients = await listRecipients(ctx.db, ctx.workspaceId, ["editor", "manager", "owner"]);
  const now = ctx.clock.now();
  const rows = recipients.map(({ userId, wantsMail }): Notification => ({
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    userId,
    kind: told.kind,
    eventId: told.eventId,
    postId: told.postId ?? null,
    deliveryId: told.deliveryId ?? null,
    accountId: told.accountId ?? null,
    createdAt: now,
    readAt: null,
    mailDueAt: wantsMail && ctx.mail ? new Date(now.getTime() + collectMs) : null,
    mailAttempts: 0,
    mailedAt: null,
  }));
  if (rows.length > 0) await ctx.transact((tx) => insertNotifications(tx, rows));
  return rows.length;
}
