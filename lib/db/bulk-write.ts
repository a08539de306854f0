import { and, eq, getTableColumns, getTableName, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import { bulkPlaceholder, encodeRows, type Columns } from "./bulk.ts";
import { isPostgres } from "./dialect.ts";
import { runRowByRow } from "./row-by-row.ts";
import { cachedStatement } from "./statement-cache.ts";
import type { Tx } from "./store.ts";

/**
 * Writes whole rows, one or a thousand, with a statement that is built once per connection. PostgreSQL gets
 * all rows in one parameter and one round trip. SQLite, which runs in the same process, runs the statement
 * row by row: that takes a third of the time of unpacking a JSON parameter.
 */
type Write<Table extends PgTable, Written = void> = (
  tx: Tx,
  rows: readonly Table["$inferSelect"][],
) => Promise<Written>;

export function bulkInsert<Table extends PgTable>(table: Table): Write<Table> {
  const columns = getTableColumns(table);
  const byRow = runRowByRow(columns, (tx) => tx.insert(table).values(placeholders(columns)));
  const insertion = cachedStatement((tx: Tx) =>
    tx
      .insert(table)
      .select(sql`select * from ${bulkPlaceholder("given_rows", columns).table}`)
      .prepare(`insert_${getTableName(table)}`),
  );
  return async (tx, rows) => {
    if (rows.length === 0) return;
    if (isPostgres) await insertion(tx).execute({ given_rows: encoded(columns, rows) });
    else byRow(tx, rows);
  };
}

/**
 * Inserts the rows whose key is new and leaves existing rows unchanged. Returns the inserted rows, in the
 * order given.
 */
export function bulkInsertNew<Table extends PgTable & { readonly id: PgColumn }>(
  table: Table,
): Write<Table, Table["$inferSelect"][]> {
  const columns = getTableColumns(table);
  const byRow = runRowByRow(columns, (tx) =>
    tx.insert(table).values(placeholders(columns)).onConflictDoNothing(),
  );
  const insertion = cachedStatement((tx: Tx) =>
    tx
      .insert(table)
      .select(sql`select * from ${bulkPlaceholder("given_rows", columns).table}`)
      .onConflictDoNothing()
      .returning({ id: sql<string>`${table.id}` })
      .prepare(`insert_new_${getTableName(table)}`),
  );
  return async (tx, rows) => {
    if (rows.length === 0) return [];
    if (!isPostgres) {
      const changes = byRow(tx, rows);
      return rows.filter((_row, index) => changes[index] === 1);
    }
    const added = await insertion(tx).execute({ given_rows: encoded(columns, rows) });
    const ids = new Set(added.map(({ id }) => id));
    return rows.filter((row) => ids.has(row["id"] as string));
  };
}

/**
 * Inserts rows, or updates those that exist. `set` gives an SQL expression for each updated column
 * (`excluded` is the given row); by default every column is replaced. `name` distinguishes the prepared
 * statement from others on the same table.
 */
export function bulkUpsert<Table extends PgTable & { readonly id: PgColumn }>(
  table: Table,
  { name, set }: { readonly name: string; readonly set: Readonly<Record<string, SQL>> } = {
    name: "replace",
    set: replaced(table),
  },
): Write<Table> {
  const columns = getTableColumns(table);
  const change = { target: table.id, set: set as never };
  const byRow = runRowByRow(columns, (tx) =>
    tx.insert(table).values(placeholders(columns)).onConflictDoUpdate(change),
  );
  const upsert = cachedStatement((tx: Tx) => {
    const { table: given, column } = bulkPlaceholder("given_rows", columns);
    return (
      tx
        .insert(table)
        // A fixed order prevents deadlocks between two transactions that change the same rows.
        .select(sql`select * from ${given} where true order by ${column["id"]}`)
        .onConflictDoUpdate(change)
        .prepare(`${name}_${getTableName(table)}`)
    );
  });
  return async (tx, rows) => {
    if (rows.length === 0) return;
    if (isPostgres) await upsert(tx).execute({ given_rows: encoded(columns, rows) });
    else byRow(tx, rows);
  };
}

/** Updates existing rows, all columns or those in `only`. A row that was deleted is not inserted again. */
export function bulkUpdate<
  Table extends PgTable & { readonly id: PgColumn; readonly workspaceId: PgColumn },
>(table: Table, only?: readonly (keyof Table["$inferSelect"] & string)[]): Write<Table> {
  const isKey = (name: string) => name === "id" || name === "workspaceId";
  const others: Columns = Object.fromEntries(
    Object.entries(getTableColumns(table)).filter(
      ([name]) => !isKey(name) && (only?.includes(name) ?? true),
    ),
  );
  const keys = { id: table.id, workspaceId: table.workspaceId };
  const columns: Columns = { ...others, ...keys };
  const byRow = runRowByRow(columns, (tx) =>
    tx
      .update(table)
      .set(placeholders(others))
      .where(
        and(
          eq(keys.id, sql.placeholder("id")),
          eq(keys.workspaceId, sql.placeholder("workspaceId")),
        ),
      ),
  );
  const update = cachedStatement((tx: Tx) => {
    const { table: given, column } = bulkPlaceholder("given_rows", columns);
    const set = Object.fromEntries(Object.keys(others).map((name) => [name, column[name]]));
    return tx
      .update(table)
      .set(set as never)
      .from(given)
      .where(and(eq(keys.id, column["id"]), eq(keys.workspaceId, column["workspaceId"])))
      .prepare(`update_${getTableName(table)}`);
  });
  return async (tx, rows) => {
    if (rows.length === 0) return;
    if (isPostgres) await update(tx).execute({ given_rows: encoded(columns, rows) });
    else byRow(tx, rows);
  };
}

type Rows = readonly Readonly<Record<string, unknown>>[];

function encoded(columns: Columns, rows: Rows): string {
  return encodeRows(columns, rows);
}

function placeholders(columns: Columns): never {
  const names = Object.keys(columns);
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as never;
}

function replaced(table: PgTable): Record<string, SQL> {
  const names = Object.keys(getTableColumns(table)).filter((name) => name !== "id");
  return Object.fromEntries(names.map((name) => [name, sql.raw(`excluded.${snakeCase(name)}`)]));
}

/** Converts a property name to a column name as Drizzle's `snake_case` option does. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
