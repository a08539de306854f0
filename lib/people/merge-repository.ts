import { and, asc, eq, inArray, or, sql, type SQL } from "drizzle-orm";

import { recognitions, shoutOuts } from "../advocacy/schema.ts";
import type { Db, Tx } from "../db/store.ts";
import { transitions } from "../journey/schema.ts";
import { ownPersonId, type Identity, type MergeVeto, type Person } from "./person.ts";
import { lockPerson } from "./repository.ts";
import { consents, identities, mergeVetoes, persons } from "./schema.ts";

/** Locks and returns the identity's own person, even if merged into another. */
export async function lockOwnPerson(
  tx: Tx,
  workspaceId: string,
  identity: Pick<Identity, "personId" | "mergedFrom">,
): Promise<Person> {
  const id = ownPersonId(identity);
  const mine = and(eq(persons.workspaceId, workspaceId), eq(persons.id, id));
  const [person] = await tx.forUpdate(tx.select().from(persons).where(mine));
  return person ?? lockPerson(tx, workspaceId, id);
}

/**
 * Returns everybody merged into these people, directly or indirectly; direct ones first, each level by the
 * time of merging.
 */
export async function listMergedInto(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Person[]> {
  const found: Person[] = [];
  for (let into = [...personIds]; into.length > 0;) {
    const next = await db
      .select()
      .from(persons)
      .where(and(eq(persons.workspaceId, workspaceId), inArray(persons.mergedInto, into)))
      .orderBy(asc(persons.mergedAt), asc(persons.id));
    found.push(...next);
    into = next.map(({ id }) => id);
  }
  return found;
}

/** Locks and returns these rows, merged or not, until the transaction ends. */
export async function lockPersonRows(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<Person[]> {
  return tx.forUpdate(
    tx
      .select()
      .from(persons)
      .where(and(eq(persons.workspaceId, workspaceId), inArray(persons.id, [...ids])))
      .orderBy(asc(persons.id)),
  );
}

/** Tables with rows of a person that are not derived from their log. */
const belongings = [identities, consents, recognitions] as const;

/** Moves everything of one person to another and keeps whose it was in `mergedFrom`. */
export async function handOver(
  tx: Tx,
  workspaceId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const table of [...belongings, transitions])
    await tx
      .update(table)
      .set({ personId: to, mergedFrom: sql`coalesce(${table.mergedFrom}, ${from})` })
      .where(and(eq(table.workspaceId, workspaceId), eq(table.personId, from)));
  await tx
    .update(shoutOuts)
    .set({ personId: to })
    .where(and(eq(shoutOuts.workspaceId, workspaceId), eq(shoutOuts.personId, from)));
}

/**
 * Moves back what belonged to `owner` or to people merged into them (`owners`), and shout-outs that later
 * came by one of their identities.
 */
export async function giveBack(
  tx: Tx,
  workspaceId: string,
  {
    owner,
    owners,
    from,
  }: { readonly owner: string; readonly owners: readonly string[]; readonly from: string },
): Promise<void> {
  const ofTheirs = (table: Belonging): SQL | undefined =>
    and(
      eq(table.workspaceId, workspaceId),
      eq(table.personId, from),
      inArray(table.mergedFrom, [...owners]),
    );
  const own = tx
    .select({ id: identities.id })
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), eq(identities.personId, owner)));
  await tx.update(identities).set(givenTo(identities, owner)).where(ofTheirs(identities));
  const thanks = await tx
    .update(shoutOuts)
    .set({ personId: owner })
    .where(
      and(
        eq(shoutOuts.workspaceId, workspaceId),
        eq(shoutOuts.personId, from),
        inArray(shoutOuts.identityId, own),
      ),
    )
    .returning({ id: shoutOuts.id });
  if (thanks.length > 0)
    await tx
      .update(recognitions)
      .set(givenTo(recognitions, owner))
      .where(
        and(
          eq(recognitions.workspaceId, workspaceId),
          eq(recognitions.personId, from),
          inArray(
            recognitions.shoutOutId,
            thanks.map(({ id }) => id),
          ),
        ),
      );
  for (const table of [consents, recognitions, transitions])
    await tx.update(table).set(givenTo(table, owner)).where(ofTheirs(table));
}

function givenTo(table: Belonging, owner: string) {
  return { personId: owner, mergedFrom: sql`nullif(${table.mergedFrom}, ${owner})` };
}

type Belonging = (typeof belongings)[number] | typeof transitions;

export async function saveMergedRows(tx: Tx, changed: readonly Person[]): Promise<void> {
  for (const person of changed)
    await tx
      .update(persons)
      .set(person)
      .where(and(eq(persons.workspaceId, person.workspaceId), eq(persons.id, person.id)));
}

export async function insertVeto(tx: Tx, veto: MergeVeto): Promise<void> {
  await tx.insert(mergeVetoes).values(veto).onConflictDoNothing();
}

export async function deleteVetoes(tx: Tx, workspaceId: string, ids: readonly string[]) {
  if (ids.length === 0) return;
  await tx
    .delete(mergeVetoes)
    .where(and(eq(mergeVetoes.workspaceId, workspaceId), inArray(mergeVetoes.id, [...ids])));
}

/** Returns vetoes that involve one of these people. */
export async function listVetoes(
  db: Db,
  workspaceId: string,
  personIds: readonly string[],
): Promise<MergeVeto[]> {
  if (personIds.length === 0) return [];
  const ids = [...personIds];
  return db
    .select()
    .from(mergeVetoes)
    .where(
      and(
        eq(mergeVetoes.workspaceId, workspaceId),
        or(inArray(mergeVetoes.personId, ids), inArray(mergeVetoes.otherId, ids)),
      ),
    );
}
