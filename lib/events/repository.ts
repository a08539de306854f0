import { and, desc, eq, inArray } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import type { Event } from "./event.ts";
import { events } from "./schema.ts";

export async function findEvent(db: Db, workspaceId: string, id: string): Promise<Event> {
  const [event] = await listEvents(db, workspaceId, [id]);
  if (!event) throw new Error(`Event ${id} is gone.`);
  return event;
}

export async function listEvents(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Event[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), inArray(events.id, [...ids])));
}

/** Returns the latest events of one subject, newest first. */
export async function listHistory(
  db: Db,
  workspaceId: string,
  subjectId: string,
  limit = 200,
): Promise<Event[]> {
  return db
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.subjectId, subjectId)))
    .orderBy(desc(events.id))
    .limit(limit);
}
