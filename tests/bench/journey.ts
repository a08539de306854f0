import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import { recordPage } from "#lib/engagement/record-page";
import type { Context } from "#lib/kernel/context";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { brisk } from "#lib/projector/pace";

import { aWorkspace } from "./a-workspace.ts";
import { fanWorld } from "./journey-world.ts";

const pageSize = 100;
const tenths = 10;

/**
 * Touchpoints a second from end to end (stored, and everything derived from them up to date) in a
 * world with a heavy tail, tenth by tenth: the last must not cost more than the first.
 * `npm run bench -- journey [20000]`
 */
export async function bench([wanted = "20000"]: readonly string[]): Promise<object[]> {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-bench-"));
  const url = isPostgres ? (process.env["DATABASE_URL"] ?? "") : join(folder, "bench.db");
  await migrateDatabase(url);
  const store = await openStore(url);
  try {
    return await measure({ ...(await aWorkspace(store)) }, Number(wanted));
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(ctx: Context, count: number): Promise<object[]> {
  const world = fanWorld({ count, people: count / 10, until: ctx.clock.now() });
  const rows: object[] = [];
  let storedMs = 0;
  let derivedMs = 0;
  for (let tenth = 0; tenth < tenths; tenth += 1) {
    const begun = performance.now();
    for (let page = 0; page < count / tenths / pageSize; page += 1)
      await recordPage(
        ctx,
        { id: "account-1", network: "bench" },
        "Europe/Amsterdam",
        world.next(pageSize),
        async () => {},
      );
    const stored = performance.now();
    await deriveWorkspace(ctx, { pace: brisk });
    const derived = performance.now();
    storedMs += stored - begun;
    derivedMs += derived - stored;
    rows.push({
      tenth: tenth + 1,
      "stored/s": perSecond(count / tenths, stored - begun),
      "derived/s": perSecond(count / tenths, derived - stored),
      "end to end/s": perSecond(count / tenths, derived - begun),
    });
  }
  rows.push({
    tenth: "all",
    "stored/s": perSecond(count, storedMs),
    "derived/s": perSecond(count, derivedMs),
    "end to end/s": perSecond(count, storedMs + derivedMs),
    "memory MB": Math.round(process.memoryUsage.rss() / 1_048_576),
  });
  return rows;
}

function perSecond(count: number, milliseconds: number): number {
  return Math.round((count / milliseconds) * 1000);
}
