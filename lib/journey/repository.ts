import { and, asc, eq, inArray, lte } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import { batchesOf } from "../kernel/batches.ts";
import { identities, persons } from "../people/schema.ts";
import { posts } from "../posts/schema.ts";
import type { Belief, Classification, Transition } from "./belief.ts";
import type { LoggedTouchpoint, ManualChoice } from "./person-state.ts";
import { beliefs, classifications, transitions } from "./schema.ts";

const rowsPerInsert = 100;

export async function listEverybody(db: Db, workspaceId: string): Promise<string[]> {
  const rows = await db
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.workspaceId, workspaceId))
    .orderBy(asc(persons.id));
  return rows.map((row) => row.id);
}

/** Everything that these people did with us, by person. */
export async function readLogs(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Map<string, LoggedTouchpoint[]>> {
  const rows = await db
    .select({ touchpoint: touchpoints, personId: identities.personId, thanks: posts.shoutOutId })
    .from(touchpoints)
    .innerJoin(identities, eq(identities.id, touchpoints.identityId))
    .leftJoin(posts, eq(posts.id, touchpoints.postId))
    .where(
      and(
        eq(touchpoints.workspaceId, workspaceId),
        eq(touchpoints.direction, "in"),
        inArray(identities.personId, [...personIds]),
      ),
    );
  const logs = new Map<string, LoggedTouchpoint[]>(personIds.map((id) => [id, []]));
  for (const { touchpoint, personId, thanks } of rows)
    logs.get(personId)?.push({ ...touchpoint, isAnswerToThanks: thanks !== null });
  return logs;
}

export async function readChoices(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Map<string, ManualChoice[]>> {
  const rows = await db
    .select()
    .from(transitions)
    .where(
      and(
        eq(transitions.workspaceId, workspaceId),
        eq(transitions.isManual, true),
        inArray(transitions.personId, [...personIds]),
      ),
    );
  const choices = new Map<string, ManualChoice[]>();
  for (const { personId, at, toStageId } of rows)
    if (toStageId)
      choices.set(personId, [...(choices.get(personId) ?? []), { at, stageId: toStageId }]);
  return choices;
}

export interface DerivedRows {
  readonly classifications: readonly Classification[];
  readonly beliefs: readonly Belief[];
  readonly transitions: readonly Transition[];
}

/** Puts what was derived in the place of what was derived before. What a person chose by hand stays. */
export async function replaceDerived(
  tx: Tx,
  workspaceId: string,
  personIds: readonly string[],
  rows: DerivedRows,
): Promise<void> {
  const ids = [...personIds];
  const derived = and(
    eq(transitions.workspaceId, workspaceId),
    eq(transitions.isManual, false),
    inArray(transitions.personId, ids),
  );
  await tx.delete(transitions).where(derived);
  await tx.delete(beliefs).where(inArray(beliefs.id, ids));
  for (const part of batchesOf(rows.classifications, rowsPerInsert)) {
    const touched = part.map((row) => row.id);
    await tx.delete(classifications).where(inArray(classifications.id, touched));
    await tx.insert(classifications).values(part);
  }
  for (const part of batchesOf(rows.transitions, rowsPerInsert))
    await tx.insert(transitions).values(part);
  for (const part of batchesOf(rows.beliefs, rowsPerInsert)) await tx.insert(beliefs).values(part);
}

export async function insertTransition(tx: Tx, transition: Transition): Promise<void> {
  await tx.insert(transitions).values(transition);
}

/** People whose silence has become too long, over all workspaces. */
export async function listLapsing(db: Db, now: Date, limit: number) {
  return db
    .select({ personId: beliefs.id, workspaceId: beliefs.workspaceId })
    .from(beliefs)
    .where(and(eq(beliefs.isAway, false), lte(beliefs.lapsesAt, now)))
    .orderBy(asc(beliefs.lapsesAt))
    .limit(limit);
}

export async function findBelief(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<Belief | undefined> {
  const [row] = await db
    .select()
    .from(beliefs)
    .where(and(eq(beliefs.workspaceId, workspaceId), eq(beliefs.id, personId)));
  return row;
}

export async function listTransitions(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Transition[]> {
  return db
    .select()
    .from(transitions)
    .where(
      and(eq(transitions.workspaceId, workspaceId), inArray(transitions.personId, [...personIds])),
    )
    .orderBy(asc(transitions.at), asc(transitions.id));
}

export async function listClassifications(
  db: Db,
  workspaceId: string,
  touchpointIds: readonly string[],
): Promise<Classification[]> {
  if (touchpointIds.length === 0) return [];
  return db
    .select()
    .from(classifications)
    .where(
      and(
        eq(classifications.workspaceId, workspaceId),
        inArray(classifications.id, [...touchpointIds]),
      ),
    );
}
