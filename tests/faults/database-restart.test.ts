import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { openStore } from "#lib/db/open";
import type { OutcomeRule } from "#lib/networks/contract/manifest";

import { freshDatabase } from "../support/database.ts";
import { isFull } from "./full.ts";
import { numbered, peopleAtWork, seen, states, timePasses, workOn } from "./people-at-work.ts";

const restarts = 50;
const [accountCount, posts] = isFull ? [10, 50] : [4, 10];
const kinds: OutcomeRule["kind"][] = isFull ? ["own-id", "key", "duplicate-listing"] : ["own-id"];

/** What a restart does to us: every connection ends, whatever is under way, and some commits are never confirmed. */
describe.skipIf(!isPostgres)("a database that restarts 50 times in the middle of work", () => {
  test.each(kinds)("doubles and loses nothing (%s)", { timeout: 300_000 }, async (kind) => {
    const database = await freshDatabase();
    const store = await openStore(database.url);
    onTestFinished(async () => {
      await store.close();
      await database.drop();
    });
    const outcome = { kind, settleMs: 1_000, timeoutMs: 5_000 };
    const atWork = await peopleAtWork({ accounts: accountCount, posts, on: store, outcome });
    atWork.fake.publishMs = 3;
    const stop = timePasses(atWork, 2);
    const restarted = restart(database.url, restarts);
    for (let isOver = false; !isOver;) {
      await workOn(atWork, { rounds: 1, seconds: 1 });
      isOver = await Promise.race([restarted.then(() => true), pause(1).then(() => false)]);
    }
    expect(await restarted).toBeGreaterThanOrEqual(restarts);
    expect(store.interruptions?.()).toBeGreaterThan(0);
    await workOn(atWork, { rounds: 40, seconds: 20 });
    stop();
    expect(await states(atWork)).toEqual({ published: accountCount * posts });
    // A post whose preparation was interrupted is tried again a little later: the order may differ.
    const texts = seen(atWork).map((account) => account.toSorted());
    expect(texts).toEqual(atWork.accounts.map(() => numbered(posts)));
  });
});

/** Ends all connections of a database, so many times while there are any; answers how many that were. */
async function restart(url: string, times: number): Promise<number> {
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client(new URL("/postgres", url).href);
  await client.connect();
  let ended = 0;
  for (let time = 0; time < times;) {
    await pause(10 + ((time * 7) % 40));
    const { rowCount } = await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
      [name],
    );
    ended += rowCount ?? 0;
    if (rowCount) time += 1;
  }
  await client.end();
  return ended;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
