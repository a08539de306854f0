import { and, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { isLeaseHeld } from "../jobs/lease.ts";
import { memberships, users, workspaces } from "../workspaces/schema.ts";
import type { Notification } from "./notification.ts";
import { notifications } from "./schema.ts";

/** Returns up to 50 users who have notifications that are due to be e-mailed. */
export async function listWaiting(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: notifications.userId })
    .from(notifications)
    .where(and(isNotNull(notifications.mailDueAt), lte(notifications.mailDueAt, now)))
    .limit(50);
  return rows.map(({ userId }) => userId);
}

/** Returns the workspaces in which the user is a member now; notifications of others are not e-mailed. */
export async function listWorkspaceIdsOf(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.workspaceId })
    .from(memberships)
    .where(eq(memberships.userId, userId));
  return rows.map(({ id }) => id);
}

/** Notifications of one e-mail. Until `lease` no other worker sends them. */
export interface ClaimedDigest {
  readonly lease: Date;
  readonly notifications: readonly Notification[];
}

/**
 * Claims all notifications that go into one e-mail to the user. If it is not sent before the lease ends, it
 * is tried again.
 */
export async function claimDigest(
  tx: Tx,
  userId: string,
  { until, lease }: { until: Date; lease: Date },
): Promise<ClaimedDigest> {
  const due = await tx.skipLocked(
    tx
      .select()
      .from(notifications)
      .where(
        and(
          eq(notifications.userId, userId),
          isNull(notifications.readAt),
          isNotNull(notifications.mailDueAt),
          lte(notifications.mailDueAt, until),
        ),
      )
      .orderBy(notifications.createdAt, notifications.id),
  );
  if (due.length > 0)
    await tx
      .update(notifications)
      .set({ mailDueAt: lease, mailAttempts: sql`${notifications.mailAttempts} + 1` })
      .where(inArray(notifications.id, idsOf(due)));
  const claimed = due.map((one) => ({ ...one, mailAttempts: one.mailAttempts + 1 }));
  return { lease, notifications: claimed };
}

/** Saves the outcome, except for notifications that were settled or claimed by another worker meanwhile. */
export async function saveMailed(
  tx: Tx,
  { lease, notifications: claimed }: ClaimedDigest,
  outcome: { mailDueAt: Date | null; mailedAt?: Date },
): Promise<void> {
  await tx
    .update(notifications)
    .set(outcome)
    .where(
      and(inArray(notifications.id, idsOf(claimed)), isLeaseHeld(notifications.mailDueAt, lease)),
    );
}

export interface Addressee {
  readonly email: string;
  readonly locale: "en" | "nl";
  readonly timeZone: string;
  readonly wantsMail: boolean;
}

export async function findAddressee(db: Db, userId: string): Promise<Addressee | undefined> {
  const { email, locale, timeZone, wantsMail } = users;
  const [row] = await db
    .select({ email, locale, timeZone, wantsMail })
    .from(users)
    .where(eq(users.id, userId));
  return row;
}

export async function listNames(
  db: Db,
  workspaceIds: readonly string[],
): Promise<Map<string, { slug: string; name: string }>> {
  const { id, slug, name } = workspaces;
  const rows = await db
    .select({ id, slug, name })
    .from(workspaces)
    .where(inArray(id, [...workspaceIds]));
  return new Map(rows.map((row) => [row.id, row]));
}

function idsOf(rows: readonly Notification[]): string[] {
  return rows.map((row) => row.id);
}
