import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { bulkRows } from "#lib/db/bulk";
import { bulkInsert } from "#lib/db/bulk-write";
import { isPostgres } from "#lib/db/dialect";

import { aThing, storeOfThings, things } from "./things.ts";

const strange = { name: "a\0b\ud83e", detail: { said: ["\0x", "half \ud83e"], "\0": 1 } };

test("a NUL and half a sign end no statement, however the text is written", async () => {
  const { db, transact } = await storeOfThings();
  await transact((tx) => bulkInsert(things)(tx, [aThing({ id: "bulk", ...strange })]));
  const [bulk] = await db.select().from(things);
  expect(bulk?.name).toBe("ab\ufffd");
  expect(JSON.stringify(bulk?.detail)).toMatch(isPostgres ? /^{"":1,"said":\["x",/ : /"said":\[/);
});

test("nor where one is looked for", async () => {
  const { db } = await storeOfThings();
  expect(await db.select().from(things).where(eq(things.name, "\0"))).toEqual([]);
  expect(await db.select().from(things).where(eq(things.id, "\0"))).toEqual([]);
  const rows = bulkRows("asked", { name: things.name }, [{ name: "\0" }]);
  expect(
    await db.select().from(things).innerJoin(rows.table, eq(things.name, rows.column.name)),
  ).toEqual([]);
});
