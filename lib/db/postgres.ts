import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";

import { commitListeners } from "./commit-listeners.ts";
import { rowLocking } from "./locking.ts";
import { listenForCommits, notifyCommit } from "./postgres-notify.ts";
import { guard, guarded, type Store, type Tx } from "./store.ts";

const casing = "snake_case";

export async function openPostgres(url: string): Promise<Store> {
  let lost = 0;
  const onLoss = () => (lost += 1);
  const writers = pool(url, onLoss);
  const readers = pool(url, onLoss, "-c default_transaction_read_only=on");
  const listeners = commitListeners();
  const stopListening = listenForCommits(url, listeners.notify);

  return {
    db: drizzle(readers, { casing }),
    transact: async (work) => {
      const value = await guarded(() =>
        inTransaction(writers, (client) => work(transactionOn(client))),
      );
      listeners.notify();
      return value;
    },
    onCommit: listeners.add,
    serverTime: async () => {
      const { rows } = await readers.query<{ now: Date }>("select clock_timestamp() as now");
      return rows[0]?.now;
    },
    interruptions: () => lost,
    close: async () => {
      listeners.clear();
      await stopListening();
      await readers.end();
      await writers.end();
    },
  };
}

/**
 * Returns the `Tx` of a client. It is created once per connection, so that Drizzle's table metadata and the
 * prepared statements are reused by all its transactions.
 */
function transactionOn(client: pg.PoolClient): Tx {
  const known =
    transactions.get(client) ??
    (Object.assign(drizzle(client, { casing, logger: guard }), rowLocking) as unknown as Tx);
  transactions.set(client, known);
  return known;
}

const transactions = new WeakMap<pg.PoolClient, Tx>();

/**
 * Replaces Drizzle's transaction, which never releases the client if the server is lost just before `begin`,
 * and returns a broken client to the pool.
 */
async function inTransaction<Value>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query("begin");
    const value = await work(client);
    await client.query(`${notifyCommit}; commit`);
    isBroken = false;
    return value;
  } catch (error) {
    await client.query("rollback").then(
      () => (isBroken = false),
      () => {},
    );
    throw error;
  } finally {
    client.release(isBroken);
  }
}

/**
 * Handles `error` events: a client emits one when it loses its server, and without a listener that ends the
 * process.
 */
function pool(connectionString: string, onLoss: () => void, options?: string): pg.Pool {
  const created = new pg.Pool({
    connectionString,
    ...(options && { options }),
    max: 8,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  created.on("error", () => {});
  created.on("connect", (client) => client.on("error", onLoss));
  return created;
}
