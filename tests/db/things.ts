import Database from "better-sqlite3";
import pg from "pg";
import { onTestFinished } from "vitest";

import { encodeIds, isAmong } from "#lib/db/bulk";
import {
  big,
  bytes,
  flag,
  id,
  instant,
  integer,
  json,
  real,
  table,
  text,
  uniqueIndex,
} from "#lib/db/columns";
import { isPostgres } from "#lib/db/dialect";
import { openStore } from "#lib/db/open";
import { cachedStatement } from "#lib/db/statement-cache";
import type { Db, Store } from "#lib/db/store";

import { freshDatabase } from "../support/database.ts";

/** A table with a column of every kind, which the contract of the store is tried on. */
export const things = table(
  "things",
  {
    id: id(),
    name: text(),
    owner: text(),
    count: integer().notNull(),
    size: big(),
    weight: real(),
    isDone: flag().notNull(),
    madeAt: instant(),
    detail: json<unknown>(),
    raw: bytes(),
  },
  (thing) => [uniqueIndex("things_name").on(thing.name)],
);

export type Thing = typeof things.$inferSelect;

const types = isPostgres
  ? { big: "bigint", real: "float8", flag: "boolean", at: "timestamptz(3)", json: "jsonb" }
  : { big: "integer", real: "real", flag: "integer", at: "integer", json: "text" };

const tableOfThings = `create table things (
  id text primary key, name text, owner text, count integer not null, size ${types.big},
  weight ${types.real}, is_done ${types.flag} not null, made_at ${types.at}, detail ${types.json},
  raw ${isPostgres ? "bytea" : "blob"});
  create unique index things_name on things (name)`;

export function aThing(over: Partial<Thing> & { id: string }): Thing {
  return {
    name: null,
    owner: null,
    count: 0,
    size: null,
    weight: null,
    isDone: false,
    madeAt: null,
    detail: null,
    raw: null,
    ...over,
  };
}

/** A store on a database of its own that has the table; `another` opens the same database again, as another process would. */
export async function storeOfThings(): Promise<
  Store & { url: string; another: () => Promise<Store> }
> {
  const { url, drop } = await freshDatabase();
  await runSql(url, tableOfThings);
  const opened: Store[] = [];
  const another = async () => {
    const store = await openStore(url);
    opened.push(store);
    return store;
  };
  onTestFinished(async () => {
    await Promise.all(opened.map((store) => store.close()));
    await drop();
  });
  return { ...(await another()), url, another };
}

export async function runSql(url: string, statements: string): Promise<void> {
  if (isPostgres) await onPostgres(url, statements);
  else onSqlite(url, (connection) => connection.exec(statements));
}

/** The one value of one row that is called `value`. */
export async function readSql(url: string, query: string): Promise<unknown> {
  if (isPostgres) return (await onPostgres(url, query)).rows[0]?.value;
  return onSqlite(url, (connection) => connection.prepare(query).pluck().get());
}

async function onPostgres(url: string, statements: string) {
  const client = new pg.Client(url);
  await client.connect();
  return client.query(statements).finally(() => client.end());
}

function onSqlite<Value>(url: string, work: (connection: Database.Database) => Value): Value {
  const connection = new Database(url);
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

export async function idsOf(db: Db): Promise<string[]> {
  return (await db.select({ id: things.id }).from(things)).map(({ id }) => id).toSorted();
}

export function byId(one: Thing, other: Thing): number {
  return one.id < other.id ? -1 : 1;
}

/** Built once a connection. */
const thingsById = cachedStatement((db) =>
  db
    .select({ id: things.id })
    .from(things)
    .where(isAmong(things.id, "ids"))
    .prepare("things_by_id"),
);

export async function byIds(db: Db, ids: readonly string[]): Promise<string[]> {
  return (await thingsById(db).execute({ ids: encodeIds(ids) })).map(({ id }) => id).toSorted();
}
