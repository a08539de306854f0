import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import type { Context } from "#lib/kernel/context";
import { findEverything } from "#lib/views/find";

import { startPostgres } from "../support/postgres-server.ts";
import { aWorkspace } from "./a-workspace.ts";
import { fillWorld } from "./find-world.ts";
import { quantile } from "./quantile.ts";

const sizes = [
  { posts: 5_000, people: 10_000 },
  { posts: 50_000, people: 100_000 },
] as const;

/**
 * What somebody types, and how often it is there: never, once, rarely, in a good many, nearly everywhere; in
 * very many of which none is among the latest; a single letter that is everywhere, one that is rare, and one
 * beside a word; a sign that the index does not know.
 */
const searches = [
  "nergens",
  "nr4999",
  "zoë ångström",
  "herfstsjaal",
  "sjaal",
  "de wol",
  "nr1",
  "a",
  "q",
  "a sjaal",
  "wol.",
];
const repeats = 15;

/** How long "Find" takes for people and posts together, on both engines; `size=large` alone measures the large one only. */
export async function bench(options: readonly string[]): Promise<object[]> {
  const own = await measure(options);
  if (isPostgres) return own;
  const server = await startPostgres();
  try {
    await server.createDatabase("find");
    const env = { ...process.env, DATABASE_URL: server.urlOf("find") };
    const script = new URL("run.ts", import.meta.url).pathname;
    const told = execFileSync(process.execPath, [script, "find", ...options], {
      env,
      encoding: "utf8",
    });
    const { rows } = JSON.parse(told.trim().split("\n").at(-1) ?? "") as { rows: object[] };
    return [...own, ...rows];
  } finally {
    await server.stop();
  }
}

async function measure(options: readonly string[]): Promise<object[]> {
  const wanted = options.includes("size=large") ? sizes.slice(1) : sizes;
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-find-"));
  const url = process.env["DATABASE_URL"] ?? join(folder, "find.db");
  await migrateDatabase(url);
  const store = await openStore(url);
  try {
    const rows: object[] = [];
    for (const size of wanted) {
      const ctx = await aWorkspace(store);
      await fillWorld(ctx, size);
      for (const search of searches) rows.push({ ...size, ...(await timed(ctx, search)) });
    }
    return rows;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(ctx: Context, search: string) {
  const times: number[] = [];
  let found = 0;
  for (let turn = 0; turn < repeats; turn += 1) {
    const start = performance.now();
    const outcome = await findEverything(ctx, { search });
    times.push(performance.now() - start);
    if (outcome.ok) found = outcome.value.people.length + outcome.value.posts.length;
  }
  const rounded = (share: number) => Math.round(quantile(times, share) * 10) / 10;
  return {
    engine: isPostgres ? "postgres" : "sqlite",
    search,
    shown: found,
    "median ms": rounded(0.5),
    "slowest ms": rounded(1),
  };
}
