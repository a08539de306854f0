import { is, sql, type Placeholder, type SQL } from "drizzle-orm";
import { PgJsonb, type PgColumn } from "drizzle-orm/pg-core";

import { isPostgres } from "./dialect.ts";

type Columns = Readonly<Record<string, PgColumn>>;

export interface GivenRows<Shape extends Columns> {
  /** For `from` or a join: all rows in one parameter, so that the statement is the same for one and for a thousand. */
  readonly table: SQL;
  /** One of its columns, as the stored column of that name holds it. */
  readonly column: Readonly<Record<keyof Shape, SQL>>;
}

/**
 * Rows that a statement brings along, to change or to find many at once. `columns` names for each
 * value the stored column whose form it takes; `alias` is how the statement calls the table.
 */
export function givenRows<Shape extends Columns>(
  alias: string,
  columns: Shape,
  rows: readonly { readonly [Name in keyof Shape]: unknown }[],
): GivenRows<Shape> {
  return rowsFrom(alias, columns, encodedRows(columns, rows));
}

/** The same for a statement that is prepared: it is given `encodedRows` under the name of the alias when it runs. */
export function rowsToCome<Shape extends Columns>(alias: string, columns: Shape): GivenRows<Shape> {
  return rowsFrom(alias, columns, sql.placeholder(alias));
}

export function encodedRows<Shape extends Columns>(
  columns: Shape,
  rows: readonly { readonly [Name in keyof Shape]: unknown }[],
): string {
  const names = Object.keys(columns);
  return JSON.stringify(
    rows.map((row) => names.map((name) => driverValue(columns[name], row[name]))),
  );
}

function rowsFrom<Shape extends Columns>(
  alias: string,
  columns: Shape,
  encoded: string | Placeholder,
): GivenRows<Shape> {
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
  const place = sql.raw(String(index));
  const as = sql.identifier(name);
  if (!isPostgres) return sql`given.value ->> ${place} as ${as}`;
  if (is(column, PgJsonb)) return sql`nullif(given.value -> ${place}, 'null'::jsonb) as ${as}`;
  return sql`(given.value ->> ${place})::${sql.raw(column?.getSQLType() ?? "text")} as ${as}`;
}

function driverValue(column: PgColumn | undefined, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (is(column, PgJsonb)) return value;
  const given = column?.mapToDriverValue(value) ?? null;
  // A text that was cut in the middle of an emoji is no JSON to PostgreSQL.
  return typeof given === "string" ? Buffer.from(given).toString() : given;
}
