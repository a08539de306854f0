import { sql, type Placeholder, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

import { isPostgres } from "./dialect.ts";
import { encodeJson } from "./encode-json.ts";

export type Columns = Readonly<Record<string, PgColumn>>;

export interface BulkRows<Shape extends Columns> {
  /** For `from` or a join: all rows in one parameter, so that the statement is the same for one and for a thousand. */
  readonly table: SQL;
  /** One of its columns, as the stored column of that name holds it. */
  readonly column: Readonly<Record<keyof Shape, SQL>>;
}

/**
 * Rows that a statement brings along, to change or to find many at once. `columns` names for each
 * value the stored column whose form it takes; `alias` is how the statement calls the table.
 */
export function bulkRows<Shape extends Columns>(
  alias: string,
  columns: Shape,
  rows: readonly { readonly [Name in keyof Shape]: unknown }[],
): BulkRows<Shape> {
  return rowsFrom(alias, columns, encodeRows(columns, rows));
}

/** The same for a statement that is prepared: it is given `encodeRows` under the name of the alias when it runs. */
export function bulkPlaceholder<Shape extends Columns>(
  alias: string,
  columns: Shape,
): BulkRows<Shape> {
  return rowsFrom(alias, columns, sql.placeholder(alias));
}

export function encodeRows<Shape extends Columns>(
  columns: Shape,
  rows: readonly { readonly [Name in keyof Shape]: unknown }[],
): string {
  const names = Object.keys(columns);
  return encodeJson(rows.map((row) => names.map((name) => driverValue(columns[name], row[name]))));
}

/** Whether a column holds one of the ids that a prepared statement is given as `name` when it runs. */
export function isAmong(column: PgColumn, name: string): SQL {
  const ids = sql.placeholder(name);
  return isPostgres
    ? sql`${column} = any(${ids}::text[])`
    : sql`${column} in (select value from json_each(${ids}))`;
}

/** Ids as such a statement takes them: all in one parameter. */
export function encodeIds(ids: readonly string[]): unknown {
  return isPostgres ? [...ids] : JSON.stringify(ids);
}

function rowsFrom<Shape extends Columns>(
  alias: string,
  columns: Shape,
  encoded: string | Placeholder,
): BulkRows<Shape> {
  const names = Object.keys(columns);
  const fields = names.map((name, index) => fieldOf(columns[name], name, index));
  const list = sql.join(fields, sql`, `);
  const source = isPostgres
    ? sql`jsonb_array_elements(${encoded}::jsonb) as given(value)`
    : sql`json_each(${encoded}) as given`;
  return {
    table: sql`(select ${list} from ${source}) as ${sql.identifier(alias)}`,
    column: Object.fromEntries(
      names.map((name) => [name, sql`${sql.identifier(alias)}.${sql.identifier(name)}`]),
    ) as Record<keyof Shape, SQL>,
  };
}

function fieldOf(column: PgColumn | undefined, name: string, index: number): SQL {
  const position = sql.raw(String(index));
  const as = sql.identifier(name);
  if (!isPostgres) return sql`given.value ->> ${position} as ${as}`;
  if (isJson(column)) return sql`nullif(given.value -> ${position}, 'null'::jsonb) as ${as}`;
  return sql`(given.value ->> ${position})::${sql.raw(column?.getSQLType() ?? "text")} as ${as}`;
}

/** As the driver takes it. */
export function driverValue(column: PgColumn | undefined, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return isJson(column) ? value : (column?.mapToDriverValue(value) ?? null);
}

/** Of PostgreSQL; SQLite keeps JSON as text. */
function isJson(column: PgColumn | undefined): boolean {
  return column?.getSQLType() === "jsonb";
}
