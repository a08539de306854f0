import { sql, type Placeholder, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

import { isPostgres } from "./dialect.ts";
import { encodeJson } from "./encode-json.ts";

export type Columns = Readonly<Record<string, PgColumn>>;

export interface BulkRows<Shape extends Columns> {
  /**
   * SQL for `from` or a join. All rows are one parameter, so the statement text does not depend on their
   * number.
   */
  readonly table: SQL;
  /** SQL for each column of the table, with the type of the stored column of the same name. */
  readonly column: Readonly<Record<keyof Shape, SQL>>;
}

/**
 * A derived table of rows that are passed as one parameter, to change or find many rows at once. `columns`
 * maps each value's name to the stored column that defines its type; `alias` is the table's name in the
 * statement.
 */
export function bulkRows<Shape extends Columns>(
  alias: string,
  columns: Shape,
  rows: readonly { readonly [Name in keyof Shape]: unknown }[],
): BulkRows<Shape> {
  return rowsFrom(alias, columns, encodeRows(columns, rows));
}

/**
 * The same for a prepared statement: the result of `encodeRows` is passed at execution, as the parameter
 * named `alias`.
 */
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

/**
 * SQL condition: the column's value is among the ids that a prepared statement gets as the parameter `name`.
 * PostgreSQL takes them as rows: an array parameter it compares one by one with every row of a table that it
 * believes to be small, and it goes on believing that of one that was empty when it was asked first.
 */
export function isAmong(column: PgColumn, name: string): SQL {
  const ids = sql.placeholder(name);
  return isPostgres
    ? sql`${column} in (select unnest(${ids}::text[]))`
    : sql`${column} in (select value from json_each(${ids}))`;
}

/** Encodes ids as the one parameter that `isAmong` expects. */
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

/**
 * Returns a function per column that converts a row's value to the driver's form. Cached per `columns`
 * object.
 */
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

/** Encodes bytes in PostgreSQL's hex format for `bytea`. */
function asHex(bytes: unknown): unknown {
  return Buffer.isBuffer(bytes) ? `\\x${bytes.toString("hex")}` : bytes;
}

/** True only on PostgreSQL; SQLite stores JSON as text. */
function isJson(column: PgColumn | undefined): boolean {
  return column?.getSQLType() === "jsonb";
}
