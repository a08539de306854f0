import { choice, id, index, instant, integer, table, text, uniqueIndex } from "../db/columns.ts";
import { notificationKinds } from "./notification.ts";

/**
 * One row per user and event that needs their attention. The rows also serve as the outbox of the e-mails.
 */
export const notifications = table(
  "notifications",
  {
    id: id(),
    workspaceId: text().notNull(),
    userId: text().notNull(),
    kind: choice(notificationKinds).notNull(),
    /** The event; a user gets one notification per event, even if the handler runs several times. */
    eventId: text().notNull(),
    postId: text(),
    deliveryId: text(),
    accountId: text(),
    createdAt: instant().notNull(),
    /** When the user read it, or when anybody settled it. */
    readAt: instant(),
    /**
     * When it may be e-mailed; null once it has been, or if no e-mail is wanted. During a send, the end of
     * the lease.
     */
    mailDueAt: instant(),
    mailAttempts: integer().notNull(),
    mailedAt: instant(),
  },
  (notification) => [
    uniqueIndex("notifications_once").on(notification.userId, notification.eventId),
    index("notifications_person").on(
      notification.workspaceId,
      notification.userId,
      notification.createdAt,
    ),
    index("notifications_delivery").on(notification.deliveryId),
    index("notifications_post").on(notification.postId),
    index("notifications_account").on(notification.accountId),
    index("notifications_mail").on(notification.mailDueAt),
  ],
);
