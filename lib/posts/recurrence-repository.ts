import { and, asc, desc, eq, gte, inArray, isNotNull, lte, ne, sql } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import type { Post } from "./post.ts";
import type { Recurrence } from "./recurrence.ts";
import { posts, recurrences } from "./schema.ts";

export async function insertRecurrence(tx: Tx, recurrence: Recurrence): Promise<void> {
  await tx.insert(recurrences).values(recurrence);
}

export async function findRecurrence(db: Db, workspaceId: string, id: string): Promise<Recurrence> {
  const [found] = await db.select().from(recurrences).where(mine(workspaceId, id));
  if (!found) throw new NotFound("recurrence", id);
  return found;
}

export async function lockRecurrence(tx: Tx, workspaceId: string, id: string): Promise<Recurrence> {
  const rows = await tx.forUpdate(tx.select().from(recurrences).where(mine(workspaceId, id)));
  const [found] = rows;
  if (!found) throw new NotFound("recurrence", id);
  return found;
}

export async function updateRecurrence(
  tx: Tx,
  { workspaceId, id }: Pick<Recurrence, "workspaceId" | "id">,
  change: Partial<Recurrence>,
): Promise<void> {
  await tx.update(recurrences).set(change).where(mine(workspaceId, id));
}

/** Returns recurrences that have not ended first, then the newest. */
export async function listNewestRecurrences(
  db: Db,
  workspaceId: string,
  limit: number,
): Promise<Recurrence[]> {
  return db
    .select()
    .from(recurrences)
    .where(eq(recurrences.workspaceId, workspaceId))
    .orderBy(sql`${recurrences.nextMakeAt} is null`, desc(recurrences.id))
    .limit(limit);
}

/** Returns due recurrences of every workspace. */
export async function listDueRecurrences(
  db: Db,
  now: Date,
  limit: number,
): Promise<Pick<Recurrence, "id" | "workspaceId">[]> {
  return db
    .select({ id: recurrences.id, workspaceId: recurrences.workspaceId })
    .from(recurrences)
    .where(lte(recurrences.nextMakeAt, now))
    .orderBy(asc(recurrences.nextMakeAt))
    .limit(limit);
}

/** Changes the time zone of recurrences that use the workspace's old one. */
export async function moveToZone(
  tx: Tx,
  workspaceId: string,
  from: string,
  timeZone: string,
): Promise<void> {
  await tx
    .update(recurrences)
    .set({ timeZone })
    .where(and(eq(recurrences.workspaceId, workspaceId), eq(recurrences.timeZone, from)));
}

/** Returns the days that have a post, including deleted ones. */
export async function listSeenDays(
  db: Db,
  workspaceId: string,
  recurrenceId: string,
  days: readonly string[],
): Promise<Set<string>> {
  if (days.length === 0) return new Set();
  const rows = await db
    .select({ day: posts.recurrenceDay })
    .from(posts)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        eq(posts.recurrenceId, recurrenceId),
        inArray(posts.recurrenceDay, [...days]),
      ),
    );
  return new Set(rows.flatMap(({ day }) => day ?? []));
}

/** Returns the recurrence's undeleted posts from that day on, ordered by id. */
export async function listOccurrencesFrom(
  db: Db,
  workspaceId: string,
  recurrenceId: string,
  day: string,
): Promise<Post[]> {
  return db
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        eq(posts.recurrenceId, recurrenceId),
        gte(posts.recurrenceDay, day),
        ne(posts.state, "deleted"),
      ),
    )
    .orderBy(asc(posts.id));
}

/**
 * Returns the next planned time and the number of planned posts by recurrence id; absent if none is planned.
 */
export async function listNextTimes(
  db: Db,
  workspaceId: string,
  recurrenceIds: readonly string[],
  now: Date,
): Promise<Map<string, { readonly at: Date; readonly planned: number }>> {
  if (recurrenceIds.length === 0) return new Map();
  const rows = await db
    .select({ id: posts.recurrenceId, at: posts.publishAt })
    .from(posts)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        inArray(posts.recurrenceId, [...recurrenceIds]),
        eq(posts.state, "scheduled"),
        isNotNull(posts.publishAt),
        gte(posts.publishAt, now),
      ),
    )
    .orderBy(asc(posts.publishAt));
  const byId = new Map<string, { at: Date; planned: number }>();
  for (const { id, at } of rows) {
    if (!id || !at) continue;
    const known = byId.get(id);
    byId.set(id, { at: known?.at ?? at, planned: (known?.planned ?? 0) + 1 });
  }
  return byId;
}

function mine(workspaceId: string, id: string) {
  return and(eq(recurrences.workspaceId, workspaceId), eq(recurrences.id, id));
}
