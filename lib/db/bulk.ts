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
  const encoders = encodersOf(columns);
  return encodeJson(rows.map((row) => encoders.map((encode) => encode(row))));
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

type Encoder = (row: Readonly<Record<string, unknown>>) => unknown;

/** For each column what the driver takes of a row; found out once for columns that are used again. */
export function encodersOf(columns: Columns): readonly Encoder[] {
  const known = encoders.get(columns);
  if (known) return known;
  const made = Object.entries(columns).map(([name, column]) => encoderOf(name, column));
  encoders.set(columns, made);
  return made;
}

const encoders = new WeakMap<Columns, readonly Encoder[]>();

function encoderOf(name: string, column: PgColumn): Encoder {
  if (isJson(column)) return (row) => row[name] ?? null;
  const inForm = column.getSQLType() === "bytea" ? asHex : (value: unknown) => value;
  return (row) => {
    const value = row[name];
    return value === null || value === undefined ? null : inForm(column.mapToDriverValue(value));
  };
}

/** As PostgreSQL reads bytes from a text. */
function asHex(bytes: unknown): unknown {
  return Buffer.isBuffer(bytes) ? `\\x${bytes.toString("hex")}` : bytes;
}

/** Of PostgreSQL; SQLite keeps JSON as text. */
function isJson(column: PgColumn | undefined): boolean {
  return column?.getSQLType() === "jsonb";
}
