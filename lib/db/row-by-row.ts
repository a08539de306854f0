import type Database from "better-sqlite3";

import { encodersOf, type Columns } from "./bulk.ts";
import { cachedStatement } from "./statement-cache.ts";
import type { Tx } from "./store.ts";

/** Properties that Drizzle and `openSqlite` add to a SQLite database object. */
interface OnSqlite {
  readonly $client: Database.Database;
  /**
   * Throws if no transaction is open; absent on a read-only database. Stored on the connection because
   * bundled pages have their own copy of `guard`, which does not know the server's transactions.
   */
  readonly requireOpen?: () => void;
}

/**
 * Returns a function that runs a statement once per row on SQLite and returns the number of changed rows for
 * each. `build` creates the statement; its placeholders must be in the order of `columns`.
 */
export function runRowByRow(
  columns: Columns,
  build: (tx: Tx) => { toSQL(): { sql: string } },
): (tx: Tx, rows: readonly Readonly<Record<string, unknown>>[]) => number[] {
  const encoders = encodersOf(columns);
  const prepared = cachedStatement((tx: Tx) => {
    const { $client } = tx as unknown as OnSqlite;
    return $client.prepare(build(tx).toSQL().sql);
  });
  return (tx, rows) => {
    (tx as unknown as OnSqlite).requireOpen?.();
    const statement = prepared(tx);
    return rows.map((row) => statement.run(encoders.map((encode) => encode(row))).changes);
  };
}
