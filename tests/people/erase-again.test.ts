import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { recallErasures } from "#lib/backup/recall-erasures";
import { beginRestore, endRestore, recallBegun } from "#lib/backup/unfinished-restore";
import { openStore } from "#lib/db/open";
import { events } from "#lib/events/schema";
import { eraseAgain } from "#lib/people/erase-again";
import { erasePerson } from "#lib/people/erase-person";
import { joinErasures, noErasures } from "#lib/people/known-erasures";
import { listErased } from "#lib/people/list-erased";
import { listKnownErasures } from "#lib/people/list-known-erasures";
import { listPeople } from "#lib/people/list-people";
import { erasures } from "#lib/people/schema";

import { aPlace } from "../backup/a-place.ts";
import { noon } from "../support/context.ts";
import { freshDatabase } from "../support/database.ts";
import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

test("whoever a newer database knows as erased is erased, by fingerprint or by the history", async () => {
  const { newer, older } = await haveTwo();
  const known = await listKnownErasures(newer.db);
  expect(known).toMatchObject({ identities: [{ at: noon }], persons: [{ personId: "p" }] });

  for (const part of [
    { ...noErasures, identities: known.identities },
    { ...noErasures, persons: known.persons },
  ]) {
    const again = await havePerson(older);
    await haveTouchpoint(older, again.personId);
    const persons = part.persons.map((person) => ({ ...person, personId: again.personId }));
    await older.transact((tx) => tx.delete(erasures));
    expect(await eraseAgain(older, { ...part, persons })).toEqual({ people: 1, posts: 0 });
    expect((await listPeople(older)).people).toEqual([]);
    expect([...(await listErased(older.db, older, "fake", ["did:mara"])).values()]).toEqual([noon]);
  }
});

test("the history of the copy tells it as the newer one did, once", async () => {
  const { newer, older } = await haveTwo();
  const known = await listKnownErasures(newer.db);
  await eraseAgain(older, joinErasures(known, known));
  await eraseAgain(older, known);
  const told = await older.db.select().from(events).where(eq(events.type, "person.erased"));
  expect(told).toMatchObject([
    {
      subjectId: "p",
      actorId: "ada",
      at: noon,
      detail: { publishedPosts: "keep" },
    },
  ]);
});

test("what the copy knows as well, or of a workspace that it does not have, changes nothing", async () => {
  const { newer, older } = await haveTwo();
  const known = await listKnownErasures(newer.db);
  await eraseAgain(older, known);
  await havePerson(older);
  expect(await eraseAgain(older, known)).toEqual({ people: 0, posts: 0 });
  const elsewhere = known.identities.map((row) => ({ ...row, id: "x", workspaceId: "elsewhere" }));
  await eraseAgain(older, { ...noErasures, identities: elsewhere });
  expect(await older.db.$count(erasures, eq(erasures.workspaceId, "elsewhere"))).toBe(0);
});

test("a database tells who was erased, and one without tables cannot", async () => {
  const database = await freshDatabase();
  const at = new Date(noon);
  const store = await openStore(database.url);
  await store.transact((tx) => tx.insert(erasures).values({ id: "f", workspaceId: "w", at }));
  await store.close();
  const identities = [{ id: "f", workspaceId: "w", at }];
  const recalled = await recallErasures(database.url);
  expect(recalled).toEqual({ source: "read", known: { identities, persons: [] } });
  await database.drop();
});

test("a restore that is interrupted keeps who was erased until it is run again", () => {
  const { folder } = aPlace();
  expect(recallBegun(folder)).toBeUndefined();
  const known = { ...noErasures, identities: [{ id: "f", workspaceId: "w", at: noon }] };
  beginRestore(folder, { source: "read", known });
  expect(recallBegun(folder)).toEqual({ source: "read", known });
  endRestore(folder);
  expect(recallBegun(folder)).toBeUndefined();
});

/** A database in which Mara was erased, and an older copy of it in which she was not. */
async function haveTwo() {
  const newer = await haveWorkspace();
  const older = await haveWorkspace();
  const { personId } = await havePerson(newer);
  await erasePerson(newer, { personId });
  await newer.transact((tx) =>
    tx.update(events).set({ subjectId: "p" }).where(eq(events.subjectId, personId)),
  );
  return { newer, older };
}
