import { type Column, getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

import type { Db, Tx } from "#lib/db/store";
import type { Context } from "#lib/kernel/context";

import { allTables } from "../support/all-tables.ts";
import { textsWithoutPeople } from "./texts-without-people.ts";

type Row = Record<string, unknown>;

/** One row in every table of the workspace, with `words` in every column that can hold any. Returns where. */
export async function fillTables(
  tx: Tx,
  ctx: Context,
  words: string,
  rowOf: Readonly<Record<string, Row>> = {},
): Promise<string[]> {
  const filled: string[] = [];
  for (const table of await allTables()) {
    const name = getTableName(table);
    const row: Row = {};
    for (const [key, column] of Object.entries(getTableColumns(table))) {
      const place = `${name}.${key}`;
      if (isForWords(key, column) && !textsWithoutPeople[place]) filled.push(place);
      const given = rowOf[name] ?? {};
      row[key] = key in given ? given[key] : valueFor(ctx, place, key, column, words);
    }
    await tx.insert(table).values(row);
  }
  return filled;
}

/** `<table>` of every row in which one of the words stands, in any column of any table. */
export async function tablesWith(ctx: Context, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of await allTables())
    for (const row of await rowsOf(ctx.db, table)) {
      const text = JSON.stringify(row).toLowerCase();
      if (words.some((word) => text.includes(word.toLowerCase()))) found.push(getTableName(table));
    }
  return found.toSorted();
}

async function rowsOf(db: Db, table: PgTable): Promise<Row[]> {
  return db.select().from(table);
}

function isForWords(key: string, column: Column): boolean {
  if (/^id$|Id$/.test(key) || column.enumValues) return false;
  return isText(column) || isJson(column);
}

function valueFor(ctx: Context, place: string, key: string, column: Column, words: string) {
  if (key === "workspaceId") return ctx.workspaceId;
  if (column.enumValues) return column.enumValues[0];
  const isNeutral = !isForWords(key, column) || textsWithoutPeople[place] !== undefined;
  const text = isNeutral ? `some-${ctx.newId()}` : words;
  if (isText(column)) return text;
  if (isJson(column)) return [{ text }];
  if (column.dataType === "boolean") return false;
  if (column.dataType === "date") return ctx.clock.now();
  return column.dataType === "number" ? 1 : Buffer.from("bytes");
}

/** A type of our own, which Drizzle calls "custom". */
function isText(column: Column): boolean {
  return column.dataType === "string" || (!isJson(column) && column.getSQLType() === "text");
}

/** PostgreSQL's is a type of our own, too. */
function isJson(column: Column): boolean {
  return column.dataType === "json" || column.getSQLType() === "jsonb";
}
