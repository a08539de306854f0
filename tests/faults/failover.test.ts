import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import { expect, onTestFinished, test } from "vitest";

import { openSendJournal } from "#lib/backup/open-send-journal";
import { isPostgres } from "#lib/db/dialect";
import { openStore } from "#lib/db/open";
import type { Store } from "#lib/db/store";
import type { Runtime } from "#lib/kernel/context";

import { freshDatabase } from "../support/database.ts";
import { numbered, peopleAtWork, seen, states, workOn, type AtWork } from "./people-at-work.ts";

const posts = 5;

/**
 * The network here makes a post of every request, so a second sending would be seen. PostgreSQL
 * fails over to a standby that knows nothing of what was just sent, under a product that goes on
 * running; the SQLite file is put back by hand while it is stopped.
 */
test("a database that went back to before the posts were sent doubles none of them", async () => {
  const { atWork, goBack } = await aPlaceThatGoesBack();
  const runtime: Runtime = { ...atWork.ctx, sendJournal: openSendJournal(aFolder()) };
  await workOn(atWork, { rounds: 2, runtime });
  expect(seen(atWork)).toEqual([numbered(posts), numbered(posts)]);

  const after = await goBack();
  await workOn(after, { runtime: { ...after.ctx, sendJournal: runtime.sendJournal } });
  expect(await states(after)).toEqual({ published: 2 * posts });
  expect(seen(after)).toEqual([numbered(posts), numbered(posts)]);
  expect(after.fake.calls.search).toBe(2 * posts);
});

test("without the send journal the same posts would be there twice: this test can fail", async () => {
  const { atWork, goBack } = await aPlaceThatGoesBack();
  await workOn(atWork, { rounds: 2 });
  const after = await goBack();
  await workOn(after);
  expect(seen(after).flat()).toHaveLength(4 * posts);
});

async function aPlaceThatGoesBack() {
  const database = await freshDatabase();
  const first = await openStore(database.url);
  const outcome = { kind: "listing", settleMs: 1_000, timeoutMs: 5_000 } as const;
  const prepared = await peopleAtWork({ accounts: 2, posts, on: first, outcome });
  await first.close();
  const putBack = await copyAside(database.url);
  const store = await openStore(database.url);
  const open = [store];
  onTestFinished(async () => {
    for (const one of open) await one.close();
    await database.drop();
  });
  const goBack = async (): Promise<AtWork> => {
    if (!isPostgres) await store.close();
    await putBack();
    if (isPostgres) return atWork;
    const again = await openStore(database.url);
    open.splice(0, 1, again);
    return on(prepared, again);
  };
  const atWork = on(prepared, store);
  return { atWork, goBack };
}

function on(atWork: AtWork, store: Store): AtWork {
  return { ...atWork, ctx: { ...atWork.ctx, ...store } };
}

/** Keeps the database as it is now; answers how to put it back in its place. */
async function copyAside(url: string): Promise<() => Promise<void>> {
  if (isPostgres) return copyPostgres(url);
  const aside = join(aFolder(), "aside.db");
  copyFileSync(url, aside);
  return async () => {
    for (const log of ["-wal", "-shm"]) rmSync(url + log, { force: true });
    copyFileSync(aside, url);
  };
}

async function copyPostgres(url: string): Promise<() => Promise<void>> {
  const name = new URL(url).pathname.slice(1);
  const aside = `aside_${randomUUID().replaceAll("-", "")}`;
  await administer(url, `create database ${aside} template ${name}`);
  return async () => {
    await administer(url, `drop database ${name} with (force)`);
    await administer(url, `alter database ${aside} rename to ${name}`);
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(new URL("/postgres", url).href);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-failover-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
