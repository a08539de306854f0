import { choice, id, index, instant, integer, table, text, uniqueIndex } from "../db/columns.ts";
import { notificationKinds } from "./notification.ts";

/** One row a person: something happened that needs them. Also the outbox of e-mail about it. */
export const notifications = table(
  "notifications",
  {
    id: id(),
    workspaceId: text().notNull(),
    userId: text().notNull(),
    kind: choice(notificationKinds).notNull(),
    /** What happened; one event tells a person once, however often it is answered. */
    eventId: text().notNull(),
    postId: text(),
    deliveryId: text(),
    accountId: text(),
    createdAt: instant().notNull(),
    /** Read by the person, or settled by anybody. */
    readAt: instant(),
    /** When an e-mail about it may leave; null once it has, or where none is wanted. */
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
