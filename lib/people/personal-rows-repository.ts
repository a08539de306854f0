import { and, asc, eq, inArray, type SQL } from "drizzle-orm";

import { moments, recognitions, shoutOuts, trials } from "../advocacy/schema.ts";
import type { Db, Tx } from "../db/store.ts";
import { unindexTexts } from "../db/text-index.ts";
import { appreciations, touchpoints } from "../engagement/schema.ts";
import { beliefs, classifications, transitions } from "../journey/schema.ts";
import { batchesOf } from "../kernel/batches.ts";
import { fanRanks, journeyCheckpoints, journeysDue, journeyStates } from "../projections/schema.ts";
import { deleteIdentityKeys } from "./identity-key-repository.ts";
import { deleteVetoes, listMergedInto, listVetoes } from "./merge-repository.ts";
import type { Identity } from "./person.ts";
import { consents, erasures, identities, identityKeys, persons } from "./schema.ts";

const idsPerQuery = 500;

/** Returns every row about a person by table, for exporting and erasing. */
export async function listPersonalRows(db: Db, workspaceId: string, personId: string) {
  const identityIds = (await identitiesOf(db, workspaceId, personId)).map(({ id }) => id);
  const hangsOn = and(
    eq(touchpoints.workspaceId, workspaceId),
    inArray(touchpoints.identityId, identityIds),
  );
  const isAbout = (table: TableByPerson) =>
    and(eq(table.workspaceId, workspaceId), eq(table.id, personId));
  const of = <Table extends PersonalTable>(table: Table) =>
    and(eq(table.workspaceId, workspaceId), eq(table.personId, personId));
  return {
    persons: await listPersonRows(db, workspaceId, personId),
    mergeVetoes: await listVetoes(db, workspaceId, [personId]),
    identityKeys: await listKeysOf(db, identityIds),
    identities: await db.select().from(identities).where(of(identities)),
    consents: await db.select().from(consents).where(of(consents)),
    touchpoints: await db.select().from(touchpoints).where(hangsOn),
    classifications: (
      await db
        .select({ row: classifications })
        .from(classifications)
        .innerJoin(touchpoints, eq(touchpoints.id, classifications.id))
        .where(hangsOn)
    ).map(({ row }) => row),
    appreciations: (
      await db
        .select({ row: appreciations })
        .from(appreciations)
        .innerJoin(touchpoints, eq(touchpoints.id, appreciations.touchpointId))
        .where(hangsOn)
    ).map(({ row }) => row),
    beliefs: await db.select().from(beliefs).where(isAbout(beliefs)),
    transitions: await db.select().from(transitions).where(of(transitions)),
    moments: await db.select().from(moments).where(of(moments)),
    shoutOuts: await db.select().from(shoutOuts).where(of(shoutOuts)),
    recognitions: await db.select().from(recognitions).where(of(recognitions)),
    trials: await db.select().from(trials).where(inArray(trials.identityId, identityIds)),
    journeyStates: await db.select().from(journeyStates).where(isAbout(journeyStates)),
    journeyCheckpoints: await db.select().from(journeyCheckpoints).where(of(journeyCheckpoints)),
    journeysDue: await db.select().from(journeysDue).where(isAbout(journeysDue)),
    fanRanks: await db.select().from(fanRanks).where(of(fanRanks)),
  };
}

/** Deletes all rows that `listPersonalRows` returns. */
export async function deletePersonalRows(
  tx: Tx,
  workspaceId: string,
  personId: string,
  touchpointIds: readonly string[],
): Promise<void> {
  for (const ids of batchesOf(touchpointIds, idsPerQuery)) {
    await tx
      .delete(classifications)
      .where(and(eq(classifications.workspaceId, workspaceId), inArray(classifications.id, ids)));
    await tx
      .delete(appreciations)
      .where(
        and(eq(appreciations.workspaceId, workspaceId), inArray(appreciations.touchpointId, ids)),
      );
    await tx
      .delete(touchpoints)
      .where(and(eq(touchpoints.workspaceId, workspaceId), inArray(touchpoints.id, ids)));
  }
  const identityIds = (await identitiesOf(tx, workspaceId, personId)).map(({ id }) => id);
  await unindexTexts(tx, identityIds);
  await deleteIdentityKeys(tx, identityIds);
  await tx.delete(trials).where(inArray(trials.identityId, identityIds));
  for (const table of [
    transitions,
    moments,
    shoutOuts,
    recognitions,
    consents,
    identities,
    journeyCheckpoints,
    fanRanks,
  ])
    await tx
      .delete(table)
      .where(and(eq(table.workspaceId, workspaceId), eq(table.personId, personId)));
  for (const table of [beliefs, journeyStates, journeysDue])
    await tx.delete(table).where(and(eq(table.workspaceId, workspaceId), eq(table.id, personId)));
  await deletePersonRows(tx, workspaceId, personId);
}

/** Includes people merged into this one. */
async function listPersonRows(db: Db, workspaceId: string, personId: string) {
  const [person] = await db.select().from(persons).where(isPerson(workspaceId, personId));
  return person ? [person, ...(await listMergedInto(db, workspaceId, [personId]))] : [];
}

async function listKeysOf(db: Db, identityIds: readonly string[]) {
  return db
    .select()
    .from(identityKeys)
    .where(inArray(identityKeys.identityId, [...identityIds]));
}

async function deletePersonRows(tx: Tx, workspaceId: string, personId: string): Promise<void> {
  const merged = (await listMergedInto(tx, workspaceId, [personId])).map(({ id }) => id);
  const vetoes = await listVetoes(tx, workspaceId, [personId, ...merged]);
  await deleteVetoes(
    tx,
    workspaceId,
    vetoes.map(({ id }) => id),
  );
  await tx
    .delete(persons)
    .where(and(eq(persons.workspaceId, workspaceId), inArray(persons.id, [personId, ...merged])));
}

export async function saveErasure(tx: Tx, erasure: typeof erasures.$inferInsert): Promise<void> {
  await tx
    .insert(erasures)
    .values(erasure)
    .onConflictDoUpdate({ target: erasures.id, set: { at: erasure.at } });
}

type PersonalTable =
  | typeof identities
  | typeof consents
  | typeof transitions
  | typeof moments
  | typeof shoutOuts
  | typeof recognitions
  | typeof journeyCheckpoints
  | typeof fanRanks;

/** Tables whose rows have the person's id. */
type TableByPerson = typeof beliefs | typeof journeyStates | typeof journeysDue;

/** Locks the person's identities. Waits for transactions that are writing about the person. */
export async function lockIdentitiesOf(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<void> {
  const mine = and(eq(identities.workspaceId, workspaceId), eq(identities.personId, personId));
  await tx.forUpdate(
    tx.select({ id: identities.id }).from(identities).where(mine).orderBy(asc(identities.remoteId)),
  );
}

async function identitiesOf(db: Db, workspaceId: string, personId: string): Promise<Identity[]> {
  return db
    .select()
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), eq(identities.personId, personId)));
}

function isPerson(workspaceId: string, personId: string): SQL | undefined {
  return and(eq(persons.workspaceId, workspaceId), eq(persons.id, personId));
}
