import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";

import { moments, recognitions } from "../advocacy/schema.ts";
import { bulkInsert, bulkUpsert } from "../db/bulk-write.ts";
import { encodeIds, isAmong } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db, Tx } from "../db/store.ts";
import { beliefs, classifications, transitions } from "../journey/schema.ts";
import { persons } from "../people/schema.ts";
import { fanRanks, journeyCheckpoints, journeysDue, journeyStates } from "../projections/schema.ts";

export type JourneyDue = typeof journeysDue.$inferSelect;

export interface DerivedRows {
  readonly classifications: readonly (typeof classifications.$inferSelect)[];
  readonly transitions: readonly (typeof transitions.$inferSelect)[];
  readonly moments: readonly (typeof moments.$inferSelect)[];
  readonly beliefs: readonly (typeof beliefs.$inferSelect)[];
  readonly states: readonly (typeof journeyStates.$inferSelect)[];
  readonly checkpoints: readonly (typeof journeyCheckpoints.$inferSelect)[];
  readonly ranks: readonly (typeof fanRanks.$inferSelect)[];
}

const upsertClassifications = bulkUpsert(classifications);
const insertTransitions = bulkInsert(transitions);
const upsertMoments = bulkUpsert(moments);
const upsertBeliefs = bulkUpsert(beliefs);
const upsertStates = bulkUpsert(journeyStates);
const upsertCheckpoints = bulkUpsert(journeyCheckpoints);
const upsertRanks = bulkUpsert(fanRanks);
const upsertDue = bulkUpsert(journeysDue);

export async function saveDerived(tx: Tx, rows: DerivedRows): Promise<void> {
  await upsertClassifications(tx, rows.classifications);
  await insertTransitions(tx, rows.transitions);
  await upsertMoments(tx, rows.moments);
  await upsertBeliefs(tx, rows.beliefs);
  await upsertStates(tx, rows.states);
  await upsertCheckpoints(tx, rows.checkpoints);
  await upsertRanks(tx, rows.ranks);
}

/** Returns the ids of workspaces with people who are due. */
export async function listWorkspacesDue(db: Db): Promise<string[]> {
  const rows = await db.selectDistinct({ id: journeysDue.workspaceId }).from(journeysDue);
  return rows.map(({ id }) => id);
}

export async function isAnybodyDue(db: Db): Promise<boolean> {
  return (await db.select({ id: journeysDue.id }).from(journeysDue).limit(1)).length > 0;
}

export async function isAnybodyPlaced(db: Db): Promise<boolean> {
  return (await db.select({ id: beliefs.id }).from(beliefs).limit(1)).length > 0;
}

interface Wanted {
  readonly limit: number;
  readonly only?: readonly string[] | undefined;
  /** Only people up to this id. */
  readonly upTo?: string | undefined;
  /** Also people who wait for more late entries (`wait-for-more.ts`). */
  readonly isImpatient?: boolean | undefined;
}

/** Locks due people. Skips those that another transaction has locked to store something. */
export async function lockDue(
  tx: Tx,
  workspaceId: string,
  now: Date,
  { limit, only, upTo, isImpatient }: Wanted,
): Promise<JourneyDue[]> {
  return tx.skipLocked(
    tx
      .select()
      .from(journeysDue)
      .where(
        and(
          eq(journeysDue.workspaceId, workspaceId),
          only && inArray(journeysDue.id, [...only]),
          upTo === undefined ? undefined : lte(journeysDue.id, upTo),
          isImpatient ? or(isDue(now), eq(journeysDue.failures, 0)) : isDue(now),
        ),
      )
      .orderBy(asc(journeysDue.id))
      .limit(limit),
  );
}

/** Like `lockDue` with `isImpatient`, without locking. */
export async function listDue(db: Db, workspaceId: string, now: Date, limit: number) {
  return db
    .select()
    .from(journeysDue)
    .where(
      and(eq(journeysDue.workspaceId, workspaceId), or(isDue(now), eq(journeysDue.failures, 0))),
    )
    .orderBy(asc(journeysDue.id))
    .limit(limit);
}

export async function putOff(
  tx: Tx,
  personId: string,
  failure: Pick<JourneyDue, "failures" | "nextTryAt">,
): Promise<void> {
  await tx.update(journeysDue).set(failure).where(eq(journeysDue.id, personId));
}

function isDue(now: Date) {
  return or(isNull(journeysDue.nextTryAt), lte(journeysDue.nextTryAt, now));
}

export async function saveDue(
  tx: Tx,
  done: readonly string[],
  left: readonly JourneyDue[],
): Promise<void> {
  if (done.length > 0) await deleteDue(tx).execute({ ids: encodeIds(done) });
  await upsertDue(tx, left);
}

/** Postpones these people until then. */
export async function postpone(
  tx: Tx,
  waiting: readonly { readonly due: JourneyDue; readonly until: Date }[],
): Promise<void> {
  await upsertDue(
    tx,
    waiting.map(({ due, until }) => ({ ...due, nextTryAt: until })),
  );
}

const deleteDue = cachedStatement((tx: Tx) =>
  tx.delete(journeysDue).where(isAmong(journeysDue.id, "ids")).prepare("delete_due"),
);

/** Returns the ids of people who still exist. */
export async function listThere(
  tx: Tx,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await there(tx).execute({ workspaceId, ids: encodeIds(personIds) });
  return new Set(rows.map(({ id }) => id));
}

const there = cachedStatement((tx: Tx) =>
  tx
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.workspaceId, sql.placeholder("workspaceId")), isAmong(persons.id, "ids")))
    .prepare("there"),
);

export async function listThanks(db: Db, personIds: readonly string[]) {
  return thanks(db).execute({ ids: encodeIds(personIds) });
}

const thanks = cachedStatement((db) =>
  db
    .select()
    .from(recognitions)
    .where(isAmong(recognitions.personId, "ids"))
    .orderBy(asc(recognitions.at), asc(recognitions.id))
    .prepare("thanks"),
);

export async function findPrimaryStage(db: Db, workspaceId: string, personId: string) {
  const [row] = await db
    .select({ stageId: beliefs.primaryStageId })
    .from(beliefs)
    .where(and(eq(beliefs.workspaceId, workspaceId), eq(beliefs.id, personId)));
  return row;
}

export async function insertChoice(tx: Tx, choice: typeof transitions.$inferSelect) {
  await tx.insert(transitions).values(choice);
}

/** Returns people in all workspaces whose silence has become too long. */
export async function listLapsing(db: Db, now: Date, limit: number) {
  return db
    .select({ personId: beliefs.id, workspaceId: beliefs.workspaceId })
    .from(beliefs)
    .where(and(eq(beliefs.isAway, false), lte(beliefs.lapsesAt, now)))
    .orderBy(asc(beliefs.lapsesAt))
    .limit(limit);
}
