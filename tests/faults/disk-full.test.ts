import { execFileSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { sql } from "drizzle-orm";
import { describe, expect, inject, onTestFinished, test, vi } from "vitest";

import { backUp } from "#lib/backup/back-up";
import { isPostgres } from "#lib/db/dialect";
import { openStore } from "#lib/db/open";
import type { Store } from "#lib/db/store";
import { readEnvironment } from "#lib/runtime/environment";
import { startupErrorMessage } from "#lib/runtime/startup-error";

import { haveScheduled } from "../support/have-post.ts";
import { numbered, peopleAtWork, seen, states, timePasses, workOn } from "./people-at-work.ts";

/** PostgreSQL's server stops or refuses for itself; what that does to us is the restart of the database. */
describe.skipIf(isPostgres)("a full disk", () => {
  test("loses nothing, is told in words, and work goes on once there is room", async () => {
    const atWork = await peopleAtWork({ accounts: 2, posts: 5 });
    const { ctx, accounts } = atWork;
    await limitPages(ctx, 1);
    const bulk = "x".repeat(250);
    const error = await haveScheduled(ctx, {
      accountIds: [accounts[0]?.id ?? ""],
      texts: Array.from({ length: 10 }, () => bulk),
    }).catch((thrown: unknown) => thrown);
    expect(startupErrorMessage(error)).toContain("The disk is full: make room");

    const stop = timePasses(atWork);
    await workOn(atWork, { rounds: 2 });
    stop();
    await limitPages(ctx, 1_000_000);
    await workOn(atWork);
    expect(await states(atWork)).toEqual({ published: 10 });
    expect(seen(atWork)).toEqual([numbered(5), numbered(5)]);
  });

  test("between sending and keeping the answer is waited out", async (context) => {
    const disk = await workOnASmallDisk();
    if (!disk) return context.skip("Only root may mount a small file system.");
    const { atWork, fill, makeRoom } = disk;
    atWork.fake.beforePublish = () => {
      fill();
      setTimeout(makeRoom, 300);
    };
    await workOn(atWork, { rounds: 3 });
    expect(atWork.fake.calls).toMatchObject({ publish: 3, reconcile: 0 });
    expect(await states(atWork)).toEqual({ published: 3 });
    expect(seen(atWork)).toEqual([numbered(3)]);
  });

  test("for longer than anyone can wait makes a doubt, never a second post", async (context) => {
    const disk = await workOnASmallDisk();
    if (!disk) return context.skip("Only root may mount a small file system.");
    const { atWork, fill, makeRoom } = disk;
    atWork.fake.beforePublish = fill;
    const stop = timePasses(atWork);
    await workOn(atWork, { rounds: 2 });
    stop();
    expect(atWork.fake.calls).toMatchObject({ publish: 1, reconcile: 0 });
    expect(await states(atWork)).toEqual({ sending: 1, scheduled: 2 });

    atWork.fake.beforePublish = undefined;
    makeRoom();
    await workOn(atWork);
    expect(atWork.fake.calls).toMatchObject({ publish: 3, reconcile: 1 });
    expect(await states(atWork)).toEqual({ published: 3 });
    expect(seen(atWork)).toEqual([numbered(3)]);
  });

  test("of a small file system: what was committed stays, a backup says why it cannot be made", async (context) => {
    const folder = smallDisk(4);
    if (!folder) return context.skip("Only root may mount a small file system.");
    const file = join(folder, "shoutloop.db");
    copyFileSync(inject("databaseTemplate"), file);
    const store = await openStore(file);
    onTestFinished(() => store.close());
    const rows = await fillUp(store);
    const env = { ...readEnvironment({}), databaseUrl: file, dataDir: folder };
    const error = await backUp(env, new Date()).catch((thrown: unknown) => thrown);
    expect(startupErrorMessage(error)).toContain("The disk is full");

    rmSync(join(folder, "ballast"), { force: true });
    expect(await countRows(store)).toBe(rows);
    await addRow(store);
    expect(await countRows(store)).toBe(rows + 1);
  });
});

/** As if the disk ended so many pages in; the pages that are there stay. */
async function limitPages({ transact }: Pick<Store, "transact">, pages: number): Promise<void> {
  await transact(async (tx) => {
    const { run } = asRunnable(tx);
    run(sql.raw(`pragma max_page_count = ${pages}`));
  });
}

function asRunnable(tx: unknown) {
  const database = tx as { run(query: unknown): unknown; all(query: unknown): unknown[] };
  return { run: database.run.bind(database), all: database.all.bind(database) };
}

/** So many megabytes, of which one is ballast to be thrown overboard. */
function smallDisk(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-small-"));
  try {
    const size = `size=${megabytes}m`;
    execFileSync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, "ballast"), Buffer.alloc(1_000_000));
  return folder;
}

async function workOnASmallDisk() {
  const folder = smallDisk(8);
  if (!folder) return undefined;
  vi.stubEnv("TMPDIR", folder);
  const atWork = await peopleAtWork({ accounts: 1, posts: 3 }).finally(() => vi.unstubAllEnvs());
  const fill = () => fillWithBallast(folder);
  const makeRoom = () => rmSync(join(folder, "ballast"), { force: true });
  return { atWork, fill, makeRoom };
}

function fillWithBallast(folder: string): void {
  try {
    for (;;) appendFileSync(join(folder, "ballast"), Buffer.alloc(4_096));
  } catch (error) {
    expect(String(error)).toContain("ENOSPC");
  }
}

/** Until the disk says no; answers how many rows were promised. */
async function fillUp(store: Store): Promise<number> {
  for (let rows = 0; ; rows += 1) {
    try {
      await addRow(store);
    } catch (error) {
      expect(startupErrorMessage(error)).toContain("The disk is full");
      return rows;
    }
  }
}

async function addRow(store: Store): Promise<void> {
  await store.transact(async (tx) => {
    const { run } = asRunnable(tx);
    run(sql.raw("create table if not exists ballast (row text)"));
    run(sql.raw(`insert into ballast values ('${"x".repeat(10_000)}')`));
  });
}

async function countRows(store: Store): Promise<number> {
  const [row] = asRunnable(store.db).all(sql.raw("select count(*) as count from ballast"));
  return Number((row as { count: number }).count);
}
