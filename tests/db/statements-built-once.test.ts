import { describe, expect, test } from "vitest";

import { bulkInsert } from "#lib/db/bulk-write";
import { isPostgres } from "#lib/db/dialect";

import { aThing, byIds, runSql, storeOfThings, things } from "./things.ts";

const insertThings = bulkInsert(things);

describe("statements that are built once", () => {
  test("each database answers with its own rows", async () => {
    const [one, two] = [await storeOfThings(), await storeOfThings()];
    await one.transact((tx) => insertThings(tx, [aThing({ id: "a" })]));
    await two.transact((tx) => insertThings(tx, [aThing({ id: "b" })]));
    expect(await byIds(one.db, ["a", "b"])).toEqual(["a"]);
    expect(await byIds(two.db, ["a", "b"])).toEqual(["b"]);
    expect(await one.transact((tx) => byIds(tx, ["a", "b"]))).toEqual(["a"]);
  });

  test.runIf(isPostgres)("they outlive the connections that they were built on", async () => {
    const { db, transact, url } = await storeOfThings();
    await transact((tx) => insertThings(tx, [aThing({ id: "a" })]));
    expect(await byIds(db, ["a"])).toEqual(["a"]);
    const others = "datname = current_database() and pid <> pg_backend_pid()";
    await runSql(url, `select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
    await expect.poll(() => byIds(db, ["a"]).catch(() => "gone")).toEqual(["a"]);
    await transact((tx) => insertThings(tx, [aThing({ id: "b" })]));
    expect(await byIds(db, ["a", "b"])).toEqual(["a", "b"]);
  });
});
