import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import { inject, onTestFinished } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { openStore } from "#lib/db/open";
import type { Store } from "#lib/db/store";

import { takePostgresStore } from "./postgres-stores.ts";

/** An empty, migrated database of its own on the engine under test, gone when the test ends. */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  return isPostgres ? freshPostgres() : freshSqlite();
}

export async function freshStore(): Promise<Store> {
  if (isPostgres) {
    const { store, giveBack } = await takePostgresStore(freshPostgres);
    onTestFinished(giveBack);
    return store;
  }
  const database = await freshDatabase();
  const store = await openStore(database.url);
  onTestFinished(async () => {
    await store.close();
    await database.drop();
  });
  return store;
}

async function freshSqlite() {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-"));
  const url = join(folder, "test.db");
  copyFileSync(inject("databaseTemplate"), url);
  return { url, drop: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function freshPostgres() {
  const template = new URL(inject("databaseTemplate"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(`/${name}`, template);
  // Copying the files takes a tenth of what copying through the log takes, which is the default.
  await administer(
    `create database ${name} template ${template.pathname.slice(1)} strategy file_copy`,
  );
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) };
}

let administrator: pg.Pool | undefined;

/** By one connection a worker, which does not keep the worker alive. */
async function administer(statement: string): Promise<void> {
  administrator ??= new pg.Pool({
    connectionString: new URL("/postgres", inject("databaseTemplate")).href,
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  });
  await administrator.query(statement);
}
