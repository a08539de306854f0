import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";

import { bulkInsert, bulkUpdate } from "../db/bulk-write.ts";
import { encodeIds, isAmong } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db, Tx } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import type { Consent, Identity, Person } from "./person.ts";
import { consents, identities, persons } from "./schema.ts";

/** Returns the person; if merged, the one they were merged into. */
export async function findPerson(db: Db, workspaceId: string, id: string): Promise<Person> {
  const [person] = await db.select().from(persons).where(mine(workspaceId, id));
  if (person?.mergedInto) return findPerson(db, workspaceId, person.mergedInto);
  return person ?? missing(id);
}

/** Like `findPerson`, and locks the row until the transaction ends. */
export async function lockPerson(tx: Tx, workspaceId: string, id: string): Promise<Person> {
  const [person] = await tx.forUpdate(tx.select().from(persons).where(mine(workspaceId, id)));
  if (person?.mergedInto) return lockPerson(tx, workspaceId, person.mergedInto);
  return person ?? missing(id);
}

/** Locks people in the order of their ids, so that two transactions do not deadlock. Skips merged people. */
export async function lockPersons(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.forUpdate(
    tx
      .select({ id: persons.id })
      .from(persons)
      .where(
        and(
          eq(persons.workspaceId, workspaceId),
          inArray(persons.id, [...ids]),
          isNull(persons.mergedInto),
        ),
      )
      .orderBy(asc(persons.id)),
  );
  return rows.map((row) => row.id);
}

export async function listPersonsById(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Person[]> {
  if (ids.length === 0) return [];
  return personsById(db).execute({ workspaceId, ids: encodeIds(ids) });
}

const personsById = cachedStatement((db) =>
  db
    .select()
    .from(persons)
    .where(and(eq(persons.workspaceId, sql.placeholder("workspaceId")), isAmong(persons.id, "ids")))
    .prepare("persons_by_id"),
);

export const insertPersons = bulkInsert(persons);

export async function savePerson(tx: Tx, person: Person): Promise<void> {
  await tx.update(persons).set(person).where(mine(person.workspaceId, person.id));
}

/** Saves only columns that collecting changes, so that edits by the team are not overwritten. */
export const savePersons = bulkUpdate(persons, [
  "displayName",
  "language",
  "firstSeenAt",
  "lastSeenAt",
  "own",
]);

/** Returns identities, first seen first; the first one represents the person. */
export async function listIdentities(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<Identity[]> {
  return db
    .select()
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), eq(identities.personId, personId)))
    .orderBy(asc(identities.firstSeenAt), asc(identities.id));
}

/** Returns consents, newest first. */
export async function listConsents(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<Consent[]> {
  return db
    .select()
    .from(consents)
    .where(and(eq(consents.workspaceId, workspaceId), eq(consents.personId, personId)))
    .orderBy(desc(consents.at), desc(consents.id));
}

export async function insertConsent(tx: Tx, consent: Consent): Promise<void> {
  await tx.insert(consents).values(consent);
}

function mine(workspaceId: string, id: string) {
  return and(eq(persons.workspaceId, workspaceId), eq(persons.id, id));
}

function missing(id: string): never {
  throw new NotFound("person", id);
}
