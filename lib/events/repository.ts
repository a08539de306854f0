import { and, asc, desc, eq } from "drizzle-orm";

import type { Db } from "../db/store.ts";
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

export async function markAnswered(tx: Db, eventId: string): Promise<void> {
  await tx.update(events).set({ isPending: false }).where(eq(events.id, eventId));
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
