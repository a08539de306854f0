import {
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
  statSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";

import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";

import { refuseDamaged } from "#lib/backup/refuse-damaged";
import { restoreBackup } from "#lib/backup/restore-backup";
import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";
import type { Runtime } from "#lib/kernel/context";
import { startupErrorMessage } from "#lib/runtime/startup-error";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import { noon } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { aPlace, type APlace } from "./a-place.ts";

describe.skipIf(isPostgres)("putting back a backup of the SQLite file", () => {
  test("brings it back as it was, keeps what was there, and looks before it sends", async () => {
    const place = aPlace();
    note(place, "before");
    await place.run("backup", "good.db");
    note(place, "after");

    const said = (await place.run("restore", "good.db", "--json")).json() as {
      aside: string;
      safeMode: { cause: string };
    };
    expect(notesIn(place.env.databaseUrl)).toEqual(["before"]);
    expect(notesIn(said.aside)).toEqual(["before", "after"]);
    expect(said.safeMode).toMatchObject({ cause: "restored", doubted: 0 });
    expect(readdirSync(place.folder).filter((name) => name.includes("restoring"))).toEqual([]);
    const runtime = await place.open();
    await runtime.close();
  });

  test("is refused while Shoutloop runs on it, and changes nothing", async () => {
    const place = aPlace();
    await place.run("backup", "good.db");
    const running = await place.open();
    const said = await place.run("restore", "good.db");
    expect(said.code).toBe(1);
    expect(said.err).toContain("stop it first");
    await running.close();
    expect((await place.run("restore", "good.db")).code).toBe(0);
  });

  test.each([
    ["no file", (file: string) => rmSync(file), "There is no file"],
    ["garbage", (file: string) => writeFileSync(file, "garbage".repeat(999)), "is damaged"],
    ["another program's database", anothersDatabase, "is not a backup of Shoutloop"],
    ["half a backup", cutInHalf, "is damaged"],
    ["a newer version's", ofNewerVersion, "newer version"],
  ])("%s is refused, and nothing changes", async (_what, make, sentence) => {
    const place = aPlace();
    note(place, "kept");
    const file = join(place.folder, "bad.db");
    await place.run("backup", "good.db");
    writeFileSync(file, readFileSync(join(place.folder, "good.db")));
    make(file);
    const said = await place.run("restore", "bad.db");
    expect(said.code).toBe(1);
    expect(said.err).toContain(sentence);
    expect(notesIn(place.env.databaseUrl)).toEqual(["kept"]);
    expect(readdirSync(place.folder).some((name) => name.includes("before-restore"))).toBe(false);
  });

  test("takes the key that lies beside it, and keeps the one that was here", async () => {
    const place = aPlace();
    await (await place.open()).close();
    const key = readFileSync(join(place.folder, "secret"), "utf8");
    await place.run("backup", "good.db", "--with-secret");
    const other = "another key of thirty-two characters or more\n";
    writeFileSync(join(place.folder, "secret"), other);

    const said = await place.run("restore", "good.db");
    expect(said.out).toContain("good.db.secret");
    expect(() => refuseDamaged(place.env)).not.toThrow();
    expect(readFileSync(join(place.folder, "secret"), "utf8")).toBe(key);
    const aside = readdirSync(place.folder).find((name) => name.startsWith("secret-before"));
    expect(readFileSync(join(place.folder, aside ?? ""), "utf8")).toBe(other);
  });

  test("that does not come to its end leaves the key that was here", async () => {
    const place = aPlace();
    await (await place.open()).close();
    await place.run("backup", "good.db", "--with-secret");
    const other = "another key of thirty-two characters or more\n";
    writeFileSync(join(place.folder, "secret"), other);
    const file = join(place.folder, "good.db");
    const open = () => {
      // Killed here, the database that stays would meet the other one's key.
      expect(() => refuseDamaged(place.env)).toThrow("restore-unfinished");
      return Promise.reject(new Error("interrupted"));
    };
    const restoring = restoreBackup(place.env, noon, { file, open });
    await expect(restoring).rejects.toThrow("interrupted");
    expect(() => refuseDamaged(place.env)).not.toThrow();
    expect(readFileSync(join(place.folder, "secret"), "utf8")).toBe(other);
  });

  test("over a database that is damaged works, too", async () => {
    const place = aPlace();
    note(place, "before");
    await place.run("backup", "good.db");
    writeFileSync(place.env.databaseUrl, "garbage".repeat(999));
    expect((await place.run("restore", "good.db")).code).toBe(0);
    expect(notesIn(place.env.databaseUrl)).toEqual(["before"]);
  });
});

describe.skipIf(isPostgres)("a start on a file that", () => {
  test.each([
    ["is cut off", (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ["is empty", (file: string) => truncateSync(file, 0)],
    ["has a garbage header", (file: string) => overwrite(file, 0, 100)],
    ["has a damaged page", (file: string) => overwrite(file, 4096 * 3, 4096)],
  ])("%s is refused with the name of the last good backup", async (_what, damage) => {
    const place = aPlace();
    await place.run("backup", "good.db");
    damage(place.env.databaseUrl);
    const sentence = complaintOf(() => refuseDamaged(place.env));
    expect(sentence).toContain(place.env.databaseUrl);
    expect(sentence).toContain(`restore ${join(place.folder, "good.db")}`);
    expect(sentence.split("\n")).toHaveLength(1);

    expect((await place.run("restore", "good.db")).code).toBe(0);
    expect(() => refuseDamaged(place.env)).not.toThrow();
  });

  test("is damaged, without a backup, is refused in words, too", () => {
    const place = aPlace();
    overwrite(place.env.databaseUrl, 0, 100);
    expect(complaintOf(() => refuseDamaged(place.env))).toContain("no backup of it is known");
  });

  test("is sound, or not there yet, is fine", () => {
    const place = aPlace();
    expect(() => refuseDamaged(place.env)).not.toThrow();
    rmSync(place.env.databaseUrl);
    expect(() => refuseDamaged(place.env)).not.toThrow();
  });

  test("a newer version has written is refused in words", async () => {
    const place = aPlace();
    ofNewerVersion(place.env.databaseUrl);
    const error = await migrateDatabase(place.env.databaseUrl).catch((thrown: unknown) => thrown);
    expect(startupErrorMessage(error)).toContain("newer version");
  });
});

test("a database that was put back by other means is doubted by command", async () => {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const account = await haveAccount(ctx);
  await haveScheduled(ctx, { accountIds: [account.id] });
  const since = "2026-03-01T11:00:00.000Z";
  const said = await runShoutloop(ctx, [
    "restore",
    "--already-restored",
    "--since",
    since,
    "--json",
  ]);
  expect(said.json()).toMatchObject({ safeMode: { since, doubted: 1 } });
  const bad = await runShoutloop(ctx, ["restore", "--already-restored", "--since", "soon"]);
  expect(bad.err).toContain("soon is not a moment");
});

test("without PostgreSQL's own tools the sentence has the command to run", async () => {
  const { folder, env } = aPlaceOnPostgres();
  const path = process.env["PATH"];
  process.env["PATH"] = "";
  onTestFinished(() => void (process.env["PATH"] = path));
  const said = await runShoutloop({} as Runtime, ["backup"], { environment: env, folder });
  expect(said.code).toBe(1);
  expect(said.err).toContain("pg_dump '--format=custom'");
  expect(said.err).toContain("postgres://me@db.example/shoutloop");
  expect(said.err).not.toContain("hush");
  expect(existsSync(join(folder, "backups", "last.json"))).toBe(false);
});

function aPlaceOnPostgres() {
  const { folder, env } = aPlace();
  return { folder, env: { ...env, databaseUrl: "postgres://me:hush@db.example/shoutloop" } };
}

function note({ env }: APlace, text: string): void {
  const connection = new Database(env.databaseUrl);
  connection.exec("create table if not exists notes (text text)");
  connection.prepare("insert into notes values (?)").run(text);
  connection.close();
}

function notesIn(file: string): unknown[] {
  const connection = new Database(file, { readonly: true });
  const notes = connection.prepare("select text from notes").pluck().all();
  connection.close();
  return notes;
}

function anothersDatabase(file: string): void {
  rmSync(file);
  const connection = new Database(file);
  connection.exec("create table recipes (name text)");
  connection.close();
}

function cutInHalf(file: string): void {
  truncateSync(file, Math.floor(statSync(file).size / 2));
}

function ofNewerVersion(file: string): void {
  const connection = new Database(file);
  const insert = "insert into __drizzle_migrations (hash, created_at) values ('new', ?)";
  connection.prepare(insert).run(Date.parse("2100-01-01"));
  connection.close();
}

function overwrite(file: string, at: number, bytes: number): void {
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  closeSync(handle);
}

function complaintOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return startupErrorMessage(error);
  }
  throw new Error("Nothing was refused.");
}
