import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import { recordPage } from "#lib/engagement/record-page";
import type { Context } from "#lib/kernel/context";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { fullPace } from "#lib/projector/pace";
import { startRebuild } from "#lib/projector/rebuild";

import { aWorkspace } from "./a-workspace.ts";
import { latenessBeside } from "./journey-lateness.ts";
import { pageTimes } from "./journey-pages.ts";
import { fanWorld } from "./journey-world.ts";

const tenths = 10;

/**
 * Touchpoints a second from end to end (stored, and everything derived from them up to date) in a
 * world with a heavy tail, tenth by tenth: the last must not cost more than the first. Then how long
 * the screens read. `npm run bench -- journey [20000] [--page 100] [--rebuild] [--late]`; PostgreSQL
 * where `DATABASE_URL` names an empty database.
 */
export async function bench(options: readonly string[]): Promise<object[]> {
  const { values, positionals } = parseArgs({
    args: [...options],
    allowPositionals: true,
    options: {
      page: { type: "string", default: "100" },
      rebuild: { type: "boolean", default: false },
      late: { type: "boolean", default: false },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-bench-"));
  // Where the thread that derives looks for it, too.
  process.env["DATA_DIR"] = folder;
  const url = isPostgres ? (process.env["DATABASE_URL"] ?? "") : join(folder, "shoutloop.db");
  await migrateDatabase(url);
  const store = await openStore(url);
  try {
    const ctx = await aWorkspace(store);
    const count = Number(positionals[0] ?? "20000");
    const rows = await ingest(ctx, count, Number(values.page));
    rows.push(...rowsOf(await pageTimes(ctx)));
    if (values.rebuild) rows.push(...rowsOf([await rebuild(ctx, count)]));
    if (values.late) rows.push(...rowsOf([await latenessBeside(ctx)]));
    return rows;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ingest(ctx: Context, count: number, pageSize: number): Promise<object[]> {
  const world = fanWorld({ count, people: count / 10, until: ctx.clock.now() });
  const rows: object[] = [];
  const took: Took[] = [];
  for (let tenth = 1; tenth <= tenths; tenth += 1) {
    const one = await ingestTenth(ctx, world, count / tenths, pageSize);
    took.push(one);
    rows.push(...rowsOf([{ tenth, ...ratesOf(count / tenths, one) }]));
  }
  const sum = (of: (one: Took) => number) => took.reduce((total, one) => total + of(one), 0);
  const all = { storing: sum((one) => one.storing), deriving: sum((one) => one.deriving) };
  const perTouchpoint = ({ cpu }: Took) => cpu / (count / tenths);
  rows.push(
    ...rowsOf([
      {
        tenth: "all",
        ...ratesOf(count, { ...all, cpu: sum(({ cpu }) => cpu) }),
        "last ÷ first (wall)": ratio(took, ({ storing, deriving }) => storing + deriving),
        "last ÷ first (CPU)": ratio(took, perTouchpoint),
        "memory MB": Math.round(process.memoryUsage.rss() / 1_048_576),
        load: Math.round(loadavg()[0] ?? 0),
      },
    ]),
  );
  return rows;
}

interface Took {
  readonly storing: number;
  readonly deriving: number;
  /** Of this process, in µs: what a loaded machine does not change much. */
  readonly cpu: number;
}

async function ingestTenth(
  ctx: Context,
  world: ReturnType<typeof fanWorld>,
  count: number,
  pageSize: number,
): Promise<Took> {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  for (let page = 0; page < count / pageSize; page += 1)
    await recordPage(
      ctx,
      { id: "account-1", network: "bench" },
      "Europe/Amsterdam",
      world.next(pageSize),
      async () => {},
    );
  const stored = performance.now();
  await deriveWorkspace(ctx, { pace: fullPace });
  const derived = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  return { storing: stored - begun, deriving: derived - stored, cpu: user + system };
}

async function rebuild(ctx: Context, count: number): Promise<object> {
  const begun = performance.now();
  await startRebuild(ctx);
  await deriveWorkspace(ctx, { pace: fullPace });
  const milliseconds = performance.now() - begun;
  return {
    rebuild: "whole",
    seconds: Math.round(milliseconds / 100) / 10,
    "derived/s": perSecond(count, milliseconds),
  };
}

function ratesOf(count: number, { storing, deriving, cpu }: Took) {
  return {
    "stored/s": perSecond(count, storing),
    "derived/s": perSecond(count, deriving),
    "end to end/s": perSecond(count, storing + deriving),
    "CPU µs each": Math.round(cpu / count),
  };
}

function ratio(took: readonly Took[], of: (one: Took) => number): number {
  const [first, last] = [took[0], took.at(-1)];
  return first && last ? Math.round((of(last) / of(first)) * 100) / 100 : Number.NaN;
}

function perSecond(count: number, milliseconds: number): number {
  return Math.round((count / milliseconds) * 1000);
}

/** Also at once: the whole takes minutes. */
function rowsOf(rows: readonly object[]): readonly object[] {
  for (const row of rows) console.error(JSON.stringify(row));
  return rows;
}
