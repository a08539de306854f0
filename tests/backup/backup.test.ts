import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test, vi } from "vitest";

import { recallLastBackup } from "#lib/backup/last-backup";
import { pruneBackups } from "#lib/backup/prune-backups";
import { startDailyBackup } from "#lib/backup/start-daily-backup";
import { isPostgres } from "#lib/db/dialect";
import { checkSqlite } from "#lib/db/sqlite-file";

import { aPlace, type APlace } from "./a-place.ts";

describe.skipIf(isPostgres)("a backup of the SQLite file", () => {
  test("is whole, checked, for the owner's eyes only, and remembered", async () => {
    const { env, run } = aPlace();
    const said = (await run("backup", "--json")).json() as { file: string; bytes: number };
    expect(said.file).toMatch(/backups\/shoutloop-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/);
    expect(checkSqlite(said.file, { thoroughly: true })).toBeUndefined();
    expect(statSync(said.file).mode & 0o777).toBe(0o600);
    expect(recallLastBackup(env.dataDir)).toMatchObject({ file: said.file, bytes: said.bytes });
    expect(readdirSync(join(env.dataDir, "backups")).toSorted()).toEqual([
      "last.json",
      said.file.split("/").at(-1),
    ]);
  });

  test("is one instant of a database that is written all the time", async () => {
    const { env, folder, run } = aPlace();
    const writer = pairsIn(env.databaseUrl);
    const writing = setInterval(() => writer.pair(), 1);
    onTestFinished(() => clearInterval(writing));
    for (let pair = 0; pair < 3_000; pair += 1) writer.pair();
    for (const name of ["a.db", "b.db", "c.db"]) expect((await run("backup", name)).code).toBe(0);
    clearInterval(writing);
    const counts = ["a.db", "b.db", "c.db"].map((name) => countPairs(join(folder, name)));
    for (const { left, right } of counts) expect(left).toBe(right);
    expect(counts[2]?.left).toBeGreaterThan(counts[0]?.left ?? Infinity);
  });

  test("never takes the place of a file", async () => {
    const { folder, run } = aPlace();
    writeFileSync(join(folder, "mine.txt"), "mine");
    const said = await run("backup", "mine.txt");
    expect(said).toMatchObject({ code: 1 });
    expect(said.err).toContain("nothing was overwritten");
    expect(readFileSync(join(folder, "mine.txt"), "utf8")).toBe("mine");
  });

  test("leaves nothing behind where it cannot be made", async () => {
    const { env, run } = aPlace();
    writeFileSync(env.databaseUrl, "no database at all".repeat(1_000));
    const said = await run("backup");
    expect(said.code).toBe(1);
    expect(readdirSync(join(env.dataDir, "backups"))).toEqual([]);
    expect(recallLastBackup(env.dataDir)).toBeUndefined();
  });

  test("says where the key is, and takes a copy of it where asked", async () => {
    const { folder, open, run } = aPlace();
    await (await open()).close();
    expect((await run("backup")).out).toContain(`it stays in ${join(folder, "secret")}`);
    const said = await run("backup", "with-key.db", "--with-secret");
    expect(said.out).toContain(join(folder, "with-key.db.secret"));
    expect(statSync(join(folder, "with-key.db.secret")).mode & 0o777).toBe(0o600);
  });

  test("is refused before it is made where the key cannot be copied", async () => {
    const { folder, run } = aPlace();
    const said = await run("backup", "keyless.db", "--with-secret");
    expect(said).toMatchObject({ code: 1 });
    expect(said.err).toContain("--with-secret");
    writeFileSync(join(folder, "secret"), "a key");
    writeFileSync(join(folder, "copied.db.secret"), "another key");
    expect((await run("backup", "copied.db", "--with-secret")).code).toBe(1);
    expect(readdirSync(folder).filter((file) => /^(keyless|copied)\.db$/.test(file))).toEqual([]);
    expect(readFileSync(join(folder, "copied.db.secret"), "utf8")).toBe("another key");
  });

  test("is made once a day by itself, and the last few are kept", async () => {
    const place = aPlace();
    const runtime = await openFor(place);
    const daily = startDailyBackup(runtime, place.env, 2);
    onTestFinished(async () => daily?.stop());
    await vi.waitFor(() => expect(automaticIn(place)).toHaveLength(1), 30_000);
    await daily?.stop();

    const again = startDailyBackup(runtime, place.env, 2);
    await again?.stop();
    expect(automaticIn(place)).toHaveLength(1);
  });

  test("of the automatic ones the newest stay; those of a person are left alone", () => {
    const place = aPlace();
    const folder = join(place.folder, "backups");
    mkdirSync(folder);
    const names = ["01", "02", "03", "04"].map((day) => `automatic-2026-03-${day}T12-00-00Z.db`);
    for (const name of [...names, "shoutloop-2020-01-01T00-00-00Z.db"])
      writeFileSync(join(folder, name), "");
    pruneBackups(place.folder, { keep: 2, now: new Date() });
    expect(readdirSync(folder).toSorted()).toEqual([
      ...names.slice(2),
      "shoutloop-2020-01-01T00-00-00Z.db",
    ]);
  });

  test("is not made by itself where that is switched off", async () => {
    const place = aPlace();
    expect(startDailyBackup(await openFor(place), place.env, 0)).toBeUndefined();
  });
});

async function openFor(place: APlace) {
  const runtime = await place.open();
  onTestFinished(() => runtime.close());
  return runtime;
}

function automaticIn({ folder }: APlace): string[] {
  try {
    return readdirSync(join(folder, "backups")).filter((name) => /^automatic-.*\.db$/.test(name));
  } catch {
    return [];
  }
}

/** Two tables that always hold the same number of rows, in one transaction each. */
function pairsIn(file: string) {
  const connection = new Database(file);
  onTestFinished(() => void connection.close());
  connection.pragma("journal_mode = WAL");
  connection.exec("create table left_hand (row text); create table right_hand (row text)");
  const [left, right] = ["left_hand", "right_hand"].map((name) =>
    connection.prepare(`insert into ${name} values (?)`),
  );
  return {
    pair: connection.transaction(() => {
      left?.run("x".repeat(500));
      right?.run("x".repeat(500));
    }),
  };
}

function countPairs(file: string): { left: number; right: number } {
  const connection = new Database(file, { readonly: true });
  const count = (name: string) =>
    Number(connection.prepare(`select count(*) from ${name}`).pluck().get());
  const counts = { left: count("left_hand"), right: count("right_hand") };
  connection.close();
  return counts;
}
