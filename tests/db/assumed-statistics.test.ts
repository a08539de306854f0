import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";

import { migrateDatabase } from "#lib/db/migrate";

test("SQLite finds a few rows by their ids, not by reading their workspace, however full and however often it is migrated", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-plans-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "plans.db");
  await migrateDatabase(file);
  const told = read(file, "select count(*) as n from sqlite_stat1");
  await migrateDatabase(file);
  expect(read(file, "select count(*) as n from sqlite_stat1")).toEqual(told);
  const five = "(?, ?, ?, ?, ?)";
  for (const [query, index] of [
    [`select * from identities where workspace_id = ? and id in ${five}`, "(id=?)"],
    [`select * from identities where workspace_id = ? and person_id in ${five}`, "(person_id=?)"],
    [`select * from deliveries where workspace_id = ? and post_id in ${five}`, "(post_id=?)"],
    ["select * from posts where workspace_id = ? order by id desc limit 50", "posts_newest"],
    [
      "select * from touchpoints where workspace_id = ? and occurred_at > ?",
      "touchpoints_when (workspace_id=? AND occurred_at>?)",
    ],
  ] as const) {
    const plan = read(file, `explain query plan ${query}`).map(({ detail }) => String(detail));
    expect(plan[0], query).toContain(index);
    expect(plan.join(), query).not.toContain("TEMP B-TREE");
  }
});

function read(file: string, query: string): Record<string, unknown>[] {
  const connection = new Database(file, { readonly: true });
  try {
    const empty = Array.from({ length: query.split("?").length - 1 }, () => "");
    return connection.prepare(query).all(...empty) as Record<string, unknown>[];
  } finally {
    connection.close();
  }
}
