import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, onTestFinished, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";

import { freshDatabase } from "../support/database.ts";
import { readSql } from "./things.ts";

const rows = 30_000;
const made = ["made_1", "made_2", "made_3", "made_4"] as const;

test("several processes that start at once migrate a database once", async () => {
  const { url, folder } = await aDatabaseBehind();
  const outcomes = await Promise.all(Array.from({ length: 3 }, () => run(url, folder).ended));
  expect(outcomes).toEqual([0, 0, 0]);
  expect(await filled(url)).toEqual(made.map(() => rows));
}, 120_000);

test("whenever a migrating process is killed, a migration is there whole or not at all, and the next start goes on", async () => {
  const { url, folder } = await aDatabaseBehind();
  for (const share of [0.4, 0.7, 1]) {
    const { child, ended } = run(url, folder);
    const isWorking = once(child.stdout, "data");
    const gone = await Promise.race([isWorking.then(() => false), ended.then(() => true)]);
    if (gone) break;
    await new Promise((resolve) => setTimeout(resolve, share * 300 * Math.random()));
    child.kill("SIGKILL");
    await ended;
    const counts = await filled(url);
    expect(counts.filter((count) => count !== rows && count !== undefined)).toEqual([]);
    expect(await migrationsBeyond(url)).toBe(counts.filter((count) => count === rows).length);
  }
  await migrateDatabase(url, folder);
  expect(await filled(url)).toEqual(made.map(() => rows));
  expect(await migrationsBeyond(url)).toBe(made.length);
}, 120_000);

/** An up-to-date database, and a folder with four migrations more, each of which takes a moment. */
async function aDatabaseBehind(): Promise<{ url: string; folder: string }> {
  const { url, drop } = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-migrations-"));
  onTestFinished(async () => {
    rmSync(folder, { recursive: true, force: true });
    await drop();
  });
  cpSync("drizzle", folder, { recursive: true });
  const engine = join(folder, isPostgres ? "postgres" : "sqlite");
  const file = join(engine, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: { when: number }[] };
  const last = journal.entries.at(-1)?.when ?? 0;
  for (const [index, table] of made.entries()) {
    const tag = `900${index}_${table}`;
    const create = `create table ${table} (i integer);`;
    const fill = `insert into ${table} with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows}) select i from n;`;
    writeFileSync(join(engine, `${tag}.sql`), `${create}\n--> statement-breakpoint\n${fill}`);
    const entry = { ...journal.entries[0], idx: 9_000 + index, when: last + 1 + index, tag };
    journal.entries.push(entry);
  }
  writeFileSync(file, JSON.stringify(journal));
  return { url, folder };
}

/** Says so on its output when it begins. */
function run(url: string, folder: string) {
  const child = spawn(process.execPath, [migrating, url, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, ended: once(child, "exit").then(([code]) => code as number | null) };
}

const migrating = fileURLToPath(new URL("../upgrade/migrate-process.ts", import.meta.url));

/** How many rows each of the tables has; undefined where it is not there. */
async function filled(url: string): Promise<(number | undefined)[]> {
  const counts: (number | undefined)[] = [];
  for (const table of made)
    counts.push(
      await readSql(url, `select count(*) as value from ${table}`).then(
        (value) => Number(value),
        () => undefined,
      ),
    );
  return counts;
}

async function migrationsBeyond(url: string): Promise<number> {
  const journal = readFileSync(`drizzle/${isPostgres ? "postgres" : "sqlite"}/meta/_journal.json`);
  const known = (JSON.parse(journal.toString()) as { entries: unknown[] }).entries.length;
  const table = isPostgres ? "drizzle.__drizzle_migrations" : "__drizzle_migrations";
  return Number(await readSql(url, `select count(*) as value from ${table}`)) - known;
}
