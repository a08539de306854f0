import type Database from "better-sqlite3";

import { encodersOf, type Columns } from "./bulk.ts";
import { cachedStatement } from "./statement-cache.ts";
import type { Tx } from "./store.ts";

/** What Drizzle adds to a database of SQLite. */
interface OnSqlite {
  readonly $client: Database.Database;
  /**
   * Throws once the transaction has ended; absent where nothing can be written. Asked of the connection,
   * since pages are bundled: a copy of `guard` there knows nothing of transactions that the server began.
   */
  readonly requireOpen?: () => void;
}

/**
 * How a statement is run for one row after the other on SQLite, answering how many rows each changed.
 * `build` gives the statement, whose placeholders stand in the order of `columns`.
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
