import { and, asc, desc, eq, gt, gte, inArray, lt, sql } from "drizzle-orm";

import { moments } from "../advocacy/schema.ts";
import { encodeIds, isAmong } from "../db/bulk.ts";
import { isPostgres } from "../db/dialect.ts";
import { withQuickRows } from "../db/quick-rows.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db, Tx } from "../db/store.ts";
import { beliefs, transitions } from "../journey/schema.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Position } from "./position.ts";
import { fanRanks, journeyCheckpoints, journeyStates, rebuilds } from "./schema.ts";

export type JourneyState = typeof journeyStates.$inferSelect;
export type Checkpoint = typeof journeyCheckpoints.$inferSelect;
export type Rebuild = typeof rebuilds.$inferSelect;

const idsPerQuery = 500;

/** Locks the workspace's derivation until the transaction ends; waits for the lock. */
export async function lockRebuild(tx: Tx, workspaceId: string): Promise<Rebuild> {
  const known = await tx.forUpdate(tx.select().from(rebuilds).where(eq(rebuilds.id, workspaceId)));
  if (known[0]) return known[0];
  // A new workspace has nothing to rebuild. The upgrade inserts the rows of existing workspaces.
  const done = { after: "", done: 0, total: 0, startedAt: null, finishedAt: new Date(0) };
  const fresh: Rebuild = { id: workspaceId, workspaceId, ...done };
  await tx.insert(rebuilds).values(fresh).onConflictDoNothing();
  const [row] = await tx.forUpdate(tx.select().from(rebuilds).where(eq(rebuilds.id, workspaceId)));
  return row ?? fresh;
}

export async function listStates(tx: Tx, personIds: readonly string[]): Promise<JourneyState[]> {
  if (personIds.length === 0) return [];
  return states(tx).execute({ ids: encodeIds(personIds) });
}

const states = cachedStatement((tx: Tx) =>
  withQuickRows(
    tx.select().from(journeyStates).where(isAmong(journeyStates.id, "ids")).prepare("states"),
  ),
);

/**
 * Returns the last checkpoint before the position. If it has fewer than `atLeast` entries, returns the first
 * checkpoint that has as many, if there is one.
 */
export async function findCheckpoint(
  tx: Tx,
  personId: string,
  { before, atLeast }: { readonly before: Position; readonly atLeast: number },
): Promise<Checkpoint | undefined> {
  const ofPerson = eq(journeyCheckpoints.personId, personId);
  const position = isPostgres
    ? sql`${journeyCheckpoints.position} collate "C"`
    : sql`${journeyCheckpoints.position}`;
  const [sooner] = await tx
    .select()
    .from(journeyCheckpoints)
    .where(and(ofPerson, lt(position, before)))
    .orderBy(desc(journeyCheckpoints.entries))
    .limit(1);
  if ((sooner?.entries ?? 0) >= atLeast) return sooner;
  const [nearer] = await tx
    .select()
    .from(journeyCheckpoints)
    .where(and(ofPerson, gte(journeyCheckpoints.entries, atLeast)))
    .orderBy(asc(journeyCheckpoints.entries))
    .limit(1);
  return nearer ?? sooner;
}

/** Returns a person's derived moves after that many entries of the log. Choices by hand are not included. */
export async function listMovesBehind(tx: Tx, personId: string, entries: number) {
  return tx
    .select()
    .from(transitions)
    .where(
      and(
        eq(transitions.personId, personId),
        eq(transitions.isManual, false),
        gt(transitions.entry, entries),
      ),
    );
}

export async function listChoices(db: Db, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return choices(db).execute({ ids: encodeIds(personIds) });
}

const choices = cachedStatement((db) =>
  db
    .select()
    .from(transitions)
    .where(and(isAmong(transitions.personId, "ids"), eq(transitions.isManual, true)))
    .orderBy(asc(transitions.at), asc(transitions.id))
    .prepare("choices"),
);

/** Deletes what was derived after that many entries of the log. */
export async function deleteBehind(
  tx: Tx,
  personId: string,
  entries: number,
  touchpointIds: readonly string[],
): Promise<void> {
  const derived = and(eq(transitions.personId, personId), eq(transitions.isManual, false));
  await tx.delete(transitions).where(and(derived, gt(transitions.entry, entries)));
  await tx
    .delete(journeyCheckpoints)
    .where(and(eq(journeyCheckpoints.personId, personId), gt(journeyCheckpoints.entries, entries)));
  await tx.delete(fanRanks).where(eq(fanRanks.personId, personId));
  for (const ids of batchesOf(touchpointIds, idsPerQuery))
    await tx
      .delete(moments)
      .where(and(eq(moments.personId, personId), inArray(moments.touchpointId, ids)));
}

/** Deletes everything derived about these people; choices by hand stay. */
export async function deleteDerived(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const ids = [...personIds];
  await tx
    .delete(transitions)
    .where(and(inArray(transitions.personId, ids), eq(transitions.isManual, false)));
  await tx.delete(moments).where(inArray(moments.personId, ids));
  await tx.delete(fanRanks).where(inArray(fanRanks.personId, ids));
  await tx.delete(journeyCheckpoints).where(inArray(journeyCheckpoints.personId, ids));
  await tx.delete(journeyStates).where(inArray(journeyStates.id, ids));
  await tx.delete(beliefs).where(inArray(beliefs.id, ids));
}

/** Locks the row and returns it; undefined if there is none or another transaction holds it. */
export async function tryLockRebuild(tx: Tx, workspaceId: string): Promise<Rebuild | undefined> {
  const [row] = await freeRebuild(tx).execute({ workspaceId });
  return row;
}

const freeRebuild = cachedStatement((tx: Tx) =>
  tx
    .skipLocked(
      tx
        .select()
        .from(rebuilds)
        .where(eq(rebuilds.id, sql.placeholder("workspaceId"))),
    )
    .prepare("free_rebuild"),
);

export async function findRebuild(db: Db, workspaceId: string): Promise<Rebuild | undefined> {
  const [row] = await db.select().from(rebuilds).where(eq(rebuilds.id, workspaceId));
  return row;
}
