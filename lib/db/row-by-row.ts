import type Database from "better-sqlite3";

import { driverValue, type Columns } from "./bulk.ts";
import { cachedStatement } from "./statement-cache.ts";
import { guard, type Tx } from "./store.ts";

/** What Drizzle adds to a database of SQLite. */
interface OnSqlite {
  readonly $client: Database.Database;
}

/**
 * How a statement is run for one row after the other on SQLite, answering how many rows each changed.
 * `build` gives the statement, whose placeholders stand in the order of `columns`.
 */
export function runRowByRow(
  columns: Columns,
  build: (tx: Tx) => { toSQL(): { sql: string } },
): (tx: Tx, rows: readonly Readonly<Record<string, unknown>>[]) => number[] {
  const all = Object.entries(columns);
  const prepared = cachedStatement((tx: Tx) => {
    const { $client } = tx as unknown as OnSqlite;
    return $client.prepare(build(tx).toSQL().sql);
  });
  return (tx, rows) => {
    // What only reads is not guarded: there the engine refuses.
    if ("forUpdate" in tx) guard.logQuery();
    const statement = prepared(tx);
    return rows.map(
      (row) => statement.run(all.map(([name, column]) => driverValue(column, row[name]))).changes,
    );
  };
}
