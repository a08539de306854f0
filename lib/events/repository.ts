import { and, asc, desc, eq, inArray } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { isLeaseFree } from "../jobs/lease.ts";
import type { Event } from "./event.ts";
import { events } from "./schema.ts";

/** Oldest first, over all workspaces: the outbox. */
export async function listPending(db: Db, limit: number): Promise<Event[]> {
  return db
    .select()
    .from(events)
    .where(eq(events.isPending, true))
    .orderBy(asc(events.id))
    .limit(limit);
}

/** Whether `claimPending` would find something. Asked first, because a claim is a commit and a commit wakes everyone. */
export async function hasPending(db: Db, now: Date): Promise<boolean> {
  const found = await db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.isPending, true), isLeaseFree(events.leaseUntil, now)))
    .limit(1);
  return found.length > 0;
}

/** Takes the oldest pending events that nobody else is answering, until `leaseUntil`. */
export async function claimPending(
  tx: Tx,
  { now, leaseUntil, limit }: { now: Date; leaseUntil: Date; limit: number },
): Promise<Event[]> {
  const claimed = await tx.skipLocked(
    tx
      .select()
      .from(events)
      .where(and(eq(events.isPending, true), isLeaseFree(events.leaseUntil, now)))
      .orderBy(asc(events.id))
      .limit(limit),
  );
  const ids = claimed.map((event) => event.id);
  if (ids.length > 0) await tx.update(events).set({ leaseUntil }).where(inArray(events.id, ids));
  return claimed;
}

export async function markAnswered(tx: Tx, eventId: string): Promise<void> {
  await tx.update(events).set({ isPending: false, leaseUntil: null }).where(eq(events.id, eventId));
}

/** What happened to one row, newest first. */
export async function listHistory(
  db: Db,
  workspaceId: string,
  subjectId: string,
): Promise<Event[]> {
  return db
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.subjectId, subjectId)))
    .orderBy(desc(events.id))
    .limit(200);
}
