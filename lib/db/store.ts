import { AsyncLocalStorage } from "node:async_hooks";

import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

import type { Locking } from "./locking.ts";

type Shared = PgDatabase<PgQueryResultHKT>;

/**
 * Read access: the part of Drizzle that both engines share. Builders are always awaited, never run with
 * `.run()` or `.get()`.
 */
export type Db = Pick<Shared, "select" | "selectDistinct" | "$count">;

declare const isOpen: unique symbol;

/**
 * An open transaction: writes, locks, and reads its own writes. Only `transact` creates a `Tx`, so a function
 * that takes a `Tx` always runs in a transaction, and a function with only a `Db` cannot write.
 */
export interface Tx extends Db, Locking, Pick<Shared, "insert" | "update" | "delete"> {
  readonly [isOpen]: true;
}

export interface Store {
  /** Read-only handle: the engine itself rejects writes on it. */
  readonly db: Db;
  /**
   * Runs a transaction; all writes go through it. Await only queries of `tx` inside: on SQLite every other
   * writer waits.
   */
  readonly transact: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  /**
   * Registers a callback for commits of any process. It may be called without a commit, but is called within
   * a second of each commit. Returns a function that unregisters it.
   */
  readonly onCommit: (listener: () => void) => () => void;
  /** Number of connections lost so far; absent on SQLite, which has no server connection. */
  readonly interruptions?: () => number;
  /** Returns the time of the database server's clock; absent on SQLite. */
  readonly serverTime?: () => Promise<Date | undefined>;
  readonly close: () => Promise<void>;
}

interface Transaction {
  hasEnded: boolean;
}

const current = new AsyncLocalStorage<Transaction | undefined>();

/**
 * Runs `work` and throws on two mistakes: a nested transaction (a deadlock on SQLite, two separate
 * transactions on PostgreSQL) and, if the connection logs to `guard`, a query that was not awaited and runs
 * after the end.
 */
export async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
  if (current.getStore()) throw new Error("Already in a transaction: pass its `tx` on.");
  const transaction = { hasEnded: false };
  try {
    return await current.run(transaction, work);
  } finally {
    transaction.hasEnded = true;
  }
}

/** Drizzle logger for connections that are only used in transactions. Throws if no transaction is open. */
export const guard = {
  logQuery(): void {
    if (current.getStore()?.hasEnded !== false)
      throw new Error("The transaction has ended; a query in it was not awaited.");
  },
};

/** Runs `work` as if no transaction were open: for timers and listeners that are started inside one. */
export function outsideTransaction<Value>(work: () => Value): Value {
  return current.run(undefined, work);
}
