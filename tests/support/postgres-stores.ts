import pg from "pg";

import { openStore } from "#lib/db/open";
import type { Store } from "#lib/db/store";

interface OpenedDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
  readonly store: Store;
  /** Beside the store's own connections: it empties the tables. */
  readonly cleaner: pg.Client;
  /** By which it is seen whether a test made or changed tables. */
  readonly relations: string;
}

/** Of this worker, used before and empty again. To make one and to connect costs ten times as much as to empty one. */
const emptied: OpenedDatabase[] = [];

/**
 * A store on an empty database. `giveBack` empties it for the next test, or drops it where something of
 * the test is left: other tables, a connection that was lost, a statement that still runs. Whoever writes
 * after that is told so: the database is another test's by then.
 */
export async function takePostgresStore(
  make: () => Promise<{ url: string; drop: () => Promise<void> }>,
): Promise<{ store: Store; giveBack: () => Promise<void> }> {
  const database = emptied.pop() ?? (await open(make));
  const listening: (() => void)[] = [];
  let isClosed = false;
  let isGivenBack = false;
  const requireOwn = () => {
    if (isGivenBack) throw new Error("The test that had this database is over.");
  };
  const interruptions = database.store.interruptions?.();
  const store: Store = {
    ...database.store,
    get db() {
      requireOwn();
      return database.store.db;
    },
    async transact(work) {
      requireOwn();
      return database.store.transact((tx) => {
        // It may have waited for a connection until now.
        requireOwn();
        return work(tx);
      });
    },
    onCommit(listener) {
      const stop = database.store.onCommit(listener);
      listening.push(stop);
      return stop;
    },
    async close() {
      isClosed = true;
      await database.store.close();
    },
  };
  return {
    store,
    async giveBack() {
      isGivenBack = true;
      for (const stop of listening) stop();
      const isWhole = !isClosed && database.store.interruptions?.() === interruptions;
      if (isWhole && (await empty(database))) emptied.push(database);
      else await end(database, isClosed);
    },
  };
}

async function open(
  make: () => Promise<{ url: string; drop: () => Promise<void> }>,
): Promise<OpenedDatabase> {
  const { url, drop } = await make();
  const cleaner = new pg.Client(url);
  cleaner.on("error", () => {});
  await cleaner.connect();
  return { url, drop, cleaner, store: await openStore(url), relations: await relationsOf(cleaner) };
}

async function end({ store, cleaner, drop }: OpenedDatabase, isClosed: boolean): Promise<void> {
  await cleaner.end().catch(() => {});
  if (!isClosed) await store.close();
  await drop();
}

async function empty({ cleaner, relations }: OpenedDatabase): Promise<boolean> {
  try {
    const { rows } = await cleaner.query<{ busy: string }>(countBusy);
    if (rows[0]?.busy !== "0" || (await relationsOf(cleaner)) !== relations) return false;
    await cleaner.query(deleteAll);
    return true;
  } catch {
    return false;
  }
}

const countBusy = `select count(*) as busy from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;

const deleteAll = `do $$
declare
  name text;
  has_rows boolean;
begin
  set local session_replication_role = replica;
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('select exists (select from public.%I)', name) into has_rows;
    if has_rows then
      execute format('delete from public.%I', name);
    end if;
  end loop;
end $$`;

async function relationsOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ relations: string }>(
    "select count(*) || ':' || max(oid::bigint) || ':' || max(xmin::text::bigint) as relations from pg_class",
  );
  return rows[0]?.relations ?? "";
}
