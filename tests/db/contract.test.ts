import { asc, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { bulkRows } from "#lib/db/bulk";
import { bulkInsert } from "#lib/db/bulk-write";
import type { Tx } from "#lib/db/store";
import { isUniqueViolation } from "#lib/db/unique-violation";

import { aThing, byId, byIds, idsOf, storeOfThings, things, type Thing } from "./things.ts";

const noon = new Date("2026-03-01T12:00:00.123Z");
const insertThings = bulkInsert(things);

describe("transactions", () => {
  test("a failed transaction leaves nothing behind, and others run whole around it", async () => {
    const { db, transact } = await storeOfThings();
    const add = (id: string, isFailing: boolean) =>
      transact(async (tx) => {
        await insertThings(tx, [aThing({ id })]);
        await Promise.resolve();
        if (isFailing) throw new Error("no");
        return id;
      });
    const outcomes = await Promise.allSettled([add("a", false), add("b", true), add("c", false)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await idsOf(db)).toEqual(["a", "c"]);
  });

  test("what a transaction wrote it reads itself, and others only once it is committed", async () => {
    const { db, transact } = await storeOfThings();
    await transact(async (tx) => {
      await insertThings(tx, [aThing({ id: "a" })]);
      expect(await idsOf(tx)).toEqual(["a"]);
      expect(await idsOf(db)).toEqual([]);
    });
    expect(await idsOf(db)).toEqual(["a"]);
  });

  test("writing outside a transaction is refused by the compiler and by the engine", async () => {
    const { db } = await storeOfThings();
    // @ts-expect-error what only reads is no transaction
    const written = insertThings(db, [aThing({ id: "a" })]);
    await expect(written).rejects.toSatisfy((error: Error) =>
      /read.?only/.test([error.message, String(error.cause)].join(" ")),
    );
    // @ts-expect-error and has nothing to write with
    expect(() => db.forUpdate(db.select().from(things))).toThrow(TypeError);
    // @ts-expect-error nor does one made by hand pass for it
    const byHand: Tx = { ...db, insert: () => {}, update: () => {}, delete: () => {} };
    expect(byHand).toBeDefined();
  });

  test("a transaction inside a transaction is refused", async () => {
    const { transact } = await storeOfThings();
    await expect(transact(() => transact(async () => {}))).rejects.toThrow("pass its `tx` on");
  });

  test("a transaction that has ended is refused, also to read with", async () => {
    const { db, transact } = await storeOfThings();
    const ended = await transact(async (tx) => ({ tx }));
    await expect(idsOf(ended.tx)).rejects.toThrow("not awaited");
    await expect(insertThings(ended.tx, [aThing({ id: "a" })])).rejects.toThrow("not awaited");
    expect(await idsOf(db)).toEqual([]);
  });

  test("whoever waits for a commit is woken by it, not by a failure, and not once they left", async () => {
    const { transact, onCommit, another } = await storeOfThings();
    let woken = 0;
    const leave = onCommit(() => (woken += 1));
    await expect(transact(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await new Promise((resolve) => setTimeout(resolve, 300));
    woken = 0;
    await transact((tx) => insertThings(tx, [aThing({ id: "a" })]));
    await expect.poll(() => woken).toBeGreaterThan(0);
    const other = await another();
    await new Promise((resolve) => setTimeout(resolve, 300));
    woken = 0;
    await other.transact((tx) => insertThings(tx, [aThing({ id: "b" })]));
    await expect.poll(() => woken).toBeGreaterThan(0);
    leave();
    await new Promise((resolve) => setTimeout(resolve, 300));
    woken = 0;
    await transact((tx) => insertThings(tx, [aThing({ id: "c" })]));
    expect(woken).toBe(0);
  });
});

describe("locks", () => {
  test("a row that is read to be changed waits for whoever else does", async () => {
    const { db, transact, another } = await storeOfThings();
    await transact((tx) => insertThings(tx, [aThing({ id: "a" })]));
    const other = await another();
    const raise = async (tx: Tx) => {
      const [row] = await tx.forUpdate(tx.select().from(things).where(eq(things.id, "a")));
      await new Promise((resolve) => setTimeout(resolve, 5));
      await tx.update(things).set({ count: (row?.count ?? 0) + 1 });
    };
    const works = Array.from({ length: 10 }, (_, n) =>
      (n % 2 ? other : { transact }).transact(raise),
    );
    await Promise.all(works);
    expect(await db.select().from(things)).toMatchObject([{ count: 10 }]);
  });

  test("what one worker claims another passes over", async () => {
    const { db, transact, another } = await storeOfThings();
    const rows = Array.from({ length: 12 }, (_, n) => aThing({ id: `thing-${n}` }));
    await transact((tx) => insertThings(tx, rows));
    const other = await another();
    const claim = (owner: string) => async (tx: Tx) => {
      const free = await tx.skipLocked(
        tx.select().from(things).where(isNull(things.owner)).orderBy(asc(things.id)).limit(3),
      );
      const count = sql`${things.count} + 1`;
      for (const { id } of free)
        await tx.update(things).set({ owner, count }).where(eq(things.id, id));
      return free.length;
    };
    const works = Array.from({ length: 8 }, (_, n) =>
      (n % 2 ? other : { transact }).transact(claim(`worker ${n}`)),
    );
    expect((await Promise.all(works)).reduce((sum, taken) => sum + taken)).toBe(12);
    expect((await db.select().from(things)).every(({ count }) => count === 1)).toBe(true);
  });
});

describe("many rows in one statement", () => {
  const full = aThing({
    id: "full",
    name: 'it\'s \\ "quoted" \u{1F600}\n',
    owner: "",
    count: -3,
    size: 9_007_199_254_740_991,
    weight: 0.1,
    isDone: true,
    madeAt: noon,
    detail: { list: [1, null, "x"], empty: {}, yes: true },
    raw: null,
  });
  const odd: Thing[] = [
    aThing({ id: "list", detail: [] }),
    aThing({ id: "word", detail: "null" }),
    aThing({ id: "no", detail: false }),
  ];

  test("every kind of value comes back as it was put in", async () => {
    const { db, transact } = await storeOfThings();
    const rows = [full, aThing({ id: "nothing" }), ...odd];
    await transact((tx) => insertThings(tx, rows));
    const stored = await db.select().from(things);
    expect(stored.toSorted(byId)).toEqual(rows.toSorted(byId));
  });

  test("each row changes in its own way, and what is not there changes nothing", async () => {
    const { db, transact } = await storeOfThings();
    const before = ["a", "b", "c"].map((id) => aThing({ id, detail: { old: id }, madeAt: noon }));
    const later = new Date(noon.getTime() + 1);
    const changes = [
      { id: "a", count: 1, isDone: true, madeAt: later, detail: { cid: "x", n: [1, null] } },
      { id: "b", count: 2, isDone: false, madeAt: null, detail: null },
      { id: "nobody", count: 3, isDone: true, madeAt: later, detail: null },
    ];
    const { id, count, isDone, madeAt, detail } = things;
    const changed = await transact(async (tx) => {
      await insertThings(tx, before);
      const { table, column } = bulkRows("given", { id, count, isDone, madeAt, detail }, changes);
      const { id: givenId, ...values } = column;
      return tx
        .update(things)
        .set(values)
        .from(table)
        .where(eq(id, givenId))
        .returning({ id: things.id });
    });
    expect(changed.map((row) => row.id).toSorted()).toEqual(["a", "b"]);
    expect((await db.select().from(things)).toSorted(byId)).toMatchObject([
      { ...changes[0] },
      { ...changes[1] },
      { ...before[2] },
    ]);
  });

  test("no row is none, and more than an engine takes parameters are one statement", async () => {
    const { db, transact } = await storeOfThings();
    await transact((tx) => insertThings(tx, []));
    expect(await byIds(db, [])).toEqual([]);
    // Ten columns a row: 70,000 values to insert, and as many ids to look for.
    const rows = Array.from({ length: 7_000 }, (_, n) => aThing({ id: `thing-${n}` }));
    await transact((tx) => insertThings(tx, rows));
    const ids = Array.from({ length: 70_000 }, (_, n) => `thing-${n}`);
    expect(await byIds(db, ids)).toHaveLength(rows.length);
  });

  test("a text that was cut in the middle of an emoji is kept, in a column and in JSON", async () => {
    const { db, transact } = await storeOfThings();
    const cut = "smile \u{1F600}".slice(0, -1);
    const row = aThing({ id: "a", name: cut, detail: { said: [cut] } });
    await transact((tx) => insertThings(tx, [row]));
    expect(await db.select().from(things)).toMatchObject([{ name: "smile \uFFFD" }]);
  });
});

test("what a unique index or a key has already is told apart from other failures", async () => {
  const { transact } = await storeOfThings();
  const insert = (row: object) =>
    transact(async (tx) => {
      await tx.insert(things).values(row as Thing);
    }).then(
      () => "kept",
      (error: unknown) => (isUniqueViolation(error) ? "there already" : "failed"),
    );
  expect(await insert(aThing({ id: "a", name: "one" }))).toBe("kept");
  expect(await insert(aThing({ id: "b", name: "one" }))).toBe("there already");
  expect(await insert(aThing({ id: "a", name: "two" }))).toBe("there already");
  expect(await insert({ ...aThing({ id: "c" }), count: null })).toBe("failed");
});
