import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Db, Tx } from "../db/store.ts";
import { deliveries } from "../deliveries/schema.ts";
import { events } from "../events/schema.ts";
import type { Role } from "../kernel/context.ts";
import { memberships, users } from "../workspaces/schema.ts";
import type { Notification, NotificationSubject } from "./notification.ts";
import { notifications } from "./schema.ts";

export interface Recipient {
  readonly userId: string;
  readonly wantsMail: boolean;
}

export async function listRecipients(
  db: Db,
  workspaceId: string,
  roles: readonly Role[],
): Promise<Recipient[]> {
  return db
    .select({ userId: users.id, wantsMail: users.wantsMail })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceId, workspaceId), inArray(memberships.role, [...roles])));
}

/** Inserts notifications; a user who already has one for the event gets no second one. */
export async function insertNotifications(tx: Tx, rows: readonly Notification[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(notifications)
      .values([...rows])
      .onConflictDoNothing();
}

/** Returns a user's notifications, newest first. */
export async function listOf(
  db: Db,
  workspaceId: string,
  userId: string,
  limit: number,
): Promise<NotificationSubject[]> {
  const rows = await withSubjects(db)
    .where(and(eq(notifications.workspaceId, workspaceId), eq(notifications.userId, userId)))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit);
  return rows.map(asSubject);
}

export async function listByIds(db: Db, ids: readonly string[]): Promise<NotificationSubject[]> {
  if (ids.length === 0) return [];
  const rows = await withSubjects(db)
    .where(inArray(notifications.id, [...ids]))
    .orderBy(notifications.createdAt, notifications.id);
  return rows.map(asSubject);
}

function withSubjects(db: Db) {
  return db
    .select({
      notification: notifications,
      network: accounts.network,
      handle: accounts.handle,
      postId: deliveries.postId,
      snapshot: deliveries.snapshot,
      part: deliveries.part,
      partCount: deliveries.partCount,
      plannedAt: deliveries.plannedAt,
      eventType: events.type,
      eventDetail: events.detail,
    })
    .from(notifications)
    .leftJoin(deliveries, eq(deliveries.id, notifications.deliveryId))
    .leftJoin(events, eq(events.id, notifications.eventId))
    .leftJoin(accounts, eq(accounts.id, notifications.accountId))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof withSubjects>>[number];

function asSubject({ notification, network, handle, ...row }: Row): NotificationSubject {
  const { postId, snapshot, part, partCount, plannedAt, eventType, eventDetail } = row;
  return {
    notification,
    handler: eventType === "job.given-up" ? String(eventDetail?.["handler"]) : undefined,
    account: network !== null && handle !== null ? { network, handle } : undefined,
    delivery:
      postId !== null && snapshot && part !== null && partCount !== null && plannedAt
        ? { postId, text: snapshot.text, part, partCount, plannedAt }
        : undefined,
  };
}

export async function countUnreadOf(db: Db, workspaceId: string, userId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(notifications)
    .where(and(isOwn(workspaceId, userId), isNull(notifications.readAt)));
  return row?.count ?? 0;
}

/**
 * Marks the user's unread notifications as read, all or those in `ids`, and cancels their e-mails. Returns
 * how many there were.
 */
export async function markRead(
  tx: Tx,
  workspaceId: string,
  userId: string,
  { ids, at }: { ids: readonly string[] | undefined; at: Date },
): Promise<number> {
  const read = await tx
    .update(notifications)
    .set({ readAt: at, mailDueAt: null })
    .where(
      and(
        isOwn(workspaceId, userId),
        isNull(notifications.readAt),
        ids && inArray(notifications.id, [...ids]),
      ),
    )
    .returning({ id: notifications.id });
  return read.length;
}

/**
 * What notifications are about. By `accountId` only those about the account itself are found, not those about
 * its deliveries.
 */
export type Settled =
  | { readonly deliveryId: string }
  | { readonly postId: string }
  | { readonly accountId: string }
  | { readonly eventIds: readonly string[] };

/** Marks the notifications as read for all users and cancels their e-mails. */
export async function settle(tx: Tx, workspaceId: string, about: Settled, at: Date): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: at, mailDueAt: null })
    .where(
      and(eq(notifications.workspaceId, workspaceId), isNull(notifications.readAt), isAbout(about)),
    );
}

function isAbout(about: Settled) {
  if ("deliveryId" in about) return eq(notifications.deliveryId, about.deliveryId);
  if ("postId" in about) return eq(notifications.postId, about.postId);
  if ("eventIds" in about) return inArray(notifications.eventId, [...about.eventIds]);
  return and(eq(notifications.accountId, about.accountId), isNull(notifications.deliveryId));
}

function isOwn(workspaceId: string, userId: string) {
  return and(eq(notifications.workspaceId, workspaceId), eq(notifications.userId, userId));
}
