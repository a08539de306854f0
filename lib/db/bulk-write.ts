import { and, eq, getTableColumns, getTableName, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import { bulkPlaceholder, encodeRows, type Columns } from "./bulk.ts";
import { isPostgres } from "./dialect.ts";
import { runRowByRow } from "./row-by-row.ts";
import { cachedStatement } from "./statement-cache.ts";
import type { Tx } from "./store.ts";

/**
 * How whole rows are written, a thousand as well as one, by statements that are built once a
 * connection: PostgreSQL takes all rows in one parameter and one round trip; SQLite, which is in the
 * same process, runs the statement row by row, at a third of what taking rows apart costs it.
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

/** The same for rows that may be there already, which stay as they are: answers those that were new, in the order given. */
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
 * The same for rows that may be there already: those are changed to what is given. `set` says what
 * becomes of the columns where they are not simply replaced (`excluded` is the row given), under a
 * `name` of its own.
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
        // In one order, so that two who change the same rows wait for each other instead of for ever.
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

/** Rows that are there, as they are from now on (in `only` these columns); one that has gone stays gone. */
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

/** As Drizzle's casing names columns. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
