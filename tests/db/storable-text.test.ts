import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { bulkInsert, bulkRows } from "#lib/db/bulk";

import { aThing, storeOfThings, things } from "./things.ts";

const strange = { name: "a\0b\ud83e", detail: { "said\0": ["\0x", "half \ud83e"] } };
const stored = { name: "ab\ufffd", owner: null };

test("a NUL and half a sign end no statement, however the text is written", async () => {
  const { db, transact } = await storeOfThings();
  await transact((tx) => bulkInsert(things)(tx, [aThing({ id: "bulk", ...strange })]));
  const [bulk] = await db.select().from(things);
  expect(bulk).toMatchObject({
    ...stored,
    detail: { said: ["x", "half \ufffd"] },
  });
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
