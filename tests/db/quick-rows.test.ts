import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { bulkInsert } from "#lib/db/bulk-write";
import { withQuickRows } from "#lib/db/quick-rows";

import { aThing, storeOfThings, things } from "./things.ts";

const insertThings = bulkInsert(things);

test("rows that are read quickly are those that Drizzle reads", async () => {
  const { db, transact } = await storeOfThings();
  const full = aThing({
    id: "a",
    name: "Zoë 🧣",
    owner: "b",
    count: 3,
    size: 2 ** 40,
    weight: 0.1,
    isDone: true,
    madeAt: new Date("1969-12-31T23:59:59.999Z"),
    detail: { text: "null", list: [null, 1.5, "é"] },
    raw: Buffer.from([0, 255]),
  });
  await transact((tx) => insertThings(tx, [full, aThing({ id: "b", detail: "null" })]));
  const query = () =>
    db
      .select({ thing: things, upper: sql<string>`upper(${things.id})`, name: things.name })
      .from(things)
      .where(eq(things.count, things.count))
      .orderBy(things.id);
  const read = await withQuickRows(query().prepare("quick_things")).execute();
  expect(read).toEqual(await query());
  expect(read[0]?.thing).toEqual(full);
  expect(read[1]?.thing.madeAt).toBeNull();
});
