import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import { encodedRows, rowsToCome } from "./given-rows.ts";
import { prepared } from "./prepared.ts";
import type { Db } from "./store.ts";

/** How to insert whole rows into a table: one statement, the same for one and for a thousand, built once a connection. */
export function insertionInto<Table extends PgTable>(
  table: Table,
): (tx: Db, rows: readonly Table["$inferSelect"][]) => Promise<void> {
  const columns = getTableColumns(table);
  const insertion = prepared((tx) =>
    tx
      .insert(table)
      .select(sql`select * from ${rowsToCome("given_rows", columns).table}`)
      .prepare(`insert_${getTableName(table)}`),
  );
  return async (tx, rows) => {
    if (rows.length > 0)
      await insertion(tx).execute({
        given_rows: encodedRows<Readonly<Record<string, PgColumn>>>(columns, rows),
      });
  };
}
