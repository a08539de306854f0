import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { onTestFinished } from "vitest";

import { isPostgres } from "#lib/db/dialect";

/** All there are, and one more that never ends (or, on PostgreSQL, for as long as it may take to be killed). */
export function migrationsAndOneThatHangs(): string {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync("drizzle", folder, { recursive: true });
  const engine = join(folder, isPostgres ? "postgres" : "sqlite");
  const hang = isPostgres
    ? "select pg_sleep(4);"
    : "insert into half_made with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n;";
  const breakpoint = "--> statement-breakpoint";
  const statements = ["create table half_made (id bigint);", hang].join(`\n${breakpoint}\n`);
  writeFileSync(join(engine, "9999_hangs.sql"), statements);
  const file = join(engine, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: { when: number }[] };
  const last = journal.entries.at(-1);
  if (!last) throw new Error("There are no migrations.");
  const entry = { ...last, idx: 9999, when: last.when + 1, tag: "9999_hangs" };
  writeFileSync(file, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
  return folder;
}
