import { AsyncLocalStorage } from "node:async_hooks";

import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

import type { Locking } from "./locking.ts";

type Shared = PgDatabase<PgQueryResultHKT>;

/** Reads. The part of Drizzle that both engines share; every builder is awaited, never `.run()` or `.get()`. */
export type Db = Pick<Shared, "select" | "selectDistinct" | "$count">;

declare const isOpen: unique symbol;

/**
 * An open transaction: it writes, locks, and reads what it wrote. Only `transact` hands one out, so
 * whoever asks for a `Tx` runs in a transaction, and whoever has but a `Db` cannot write.
 */
export interface Tx extends Db, Locking, Pick<Shared, "insert" | "update" | "delete"> {
  readonly [isOpen]: true;
}

export interface Store {
  /** Reads. The engine itself refuses a write here. */
  readonly db: Db;
  /** All writes. Await nothing inside but `tx`: on SQLite every other writer waits. */
  readonly transact: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  /** Calls back after every commit, whoever made it, also from another process. May call once too often, never too seldom by more than a second. Returns how to stop. */
  readonly onCommit: (listener: () => void) => () => void;
  /** How often a connection was lost so far; absent where there is none to lose. */
  readonly interruptions?: () => number;
  /** What the database's own clock says, where several machines may work on it. */
  readonly serverTime?: () => Promise<Date | undefined>;
  readonly close: () => Promise<void>;
}

interface Transaction {
  hasEnded: boolean;
}

const current = new AsyncLocalStorage<Transaction | undefined>();

/**
 * Runs `work` with two mistakes turned into errors: a transaction inside a transaction
 * (a deadlock on SQLite, two separate transactions on PostgreSQL), and, where the connection logs
 * to `guard`, a query that was not awaited and arrives after the end.
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

/** The log of a connection that only works in transactions. */
export const guard = {
  logQuery(): void {
    if (current.getStore()?.hasEnded !== false)
      throw new Error("The transaction has ended; a query in it was not awaited.");
  },
};

/** Runs `work` as if no transaction were open: for timers and listeners that a transaction happens to start. */
export function outsideTransaction<Value>(work: () => Value): Value {
  return current.run(undefined, work);
}
