import { and, asc, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { identities, persons } from "../people/schema.ts";
import { figures, journeysDue, rebuilds } from "../projections/schema.ts";

export async function saveRebuild(tx: Tx, rebuild: typeof rebuilds.$inferSelect): Promise<void> {
  await tx.update(rebuilds).set(rebuild).where(eq(rebuilds.id, rebuild.id));
}

/** Deletes up to `limit` figures and returns how many were deleted. */
export async function deleteFigures(tx: Tx, workspaceId: string, limit: number): Promise<number> {
  const some = tx
    .select({ id: figures.id })
    .from(figures)
    .where(eq(figures.workspaceId, workspaceId))
    .limit(limit);
  const gone = await tx
    .delete(figures)
    .where(inArray(figures.id, some))
    .returning({ id: figures.id });
  return gone.length;
}

export async function countPeople(db: Db, workspaceId: string): Promise<number> {
  const [row] = await db
    .select({ people: count() })
    .from(persons)
    .where(eq(persons.workspaceId, workspaceId));
  return row?.people ?? 0;
}

export async function listPeopleAfter(
  db: Db,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.workspaceId, workspaceId), gt(persons.id, after)))
    .orderBy(asc(persons.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function listPersonNames(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ id: persons.id, name: persons.displayName })
    .from(persons)
    .where(and(eq(persons.workspaceId, workspaceId), inArray(persons.id, [...personIds])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Skips the first `offset` people. */
export async function listPeopleFrom(
  db: Db,
  workspaceId: string,
  offset: number,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.workspaceId, workspaceId))
    .orderBy(asc(persons.id))
    .offset(offset)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Marks these people's logs to be read from the beginning. */
export async function insertWholeLogs(
  tx: Tx,
  workspaceId: string,
  personIds: readonly string[],
  beginning: string,
): Promise<void> {
  const whole = tx
    .select({
      id: identities.personId,
      workspaceId: sql`${workspaceId}`.as("workspace_id"),
      since: sql`${beginning}`.as("since"),
      pending: sql`count(${touchpoints.id})`.as("pending"),
      failures: sql`0`.as("failures"),
      nextTryAt: sql`null`.as("next_try_at"),
    })
    .from(identities)
    .leftJoin(touchpoints, eq(touchpoints.identityId, identities.id))
    .where(
      and(eq(identities.workspaceId, workspaceId), inArray(identities.personId, [...personIds])),
    )
    .groupBy(identities.personId);
  await tx.delete(journeysDue).where(inArray(journeysDue.id, [...personIds]));
  await tx.insert(journeysDue).select(whole as never);
}

export async function listWorkspacesRebuilding(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: rebuilds.id })
    .from(rebuilds)
    .where(isNull(rebuilds.finishedAt));
  return rows.map(({ id }) => id);
}
