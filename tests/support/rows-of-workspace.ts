import { type Column, eq, getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

import type { Context } from "#lib/kernel/context";

import { allTables } from "./all-tables.ts";

/** How many rows of the workspace each table has, of all tables there are; empty ones are left out. */
export async function rowsOfWorkspace({ db, workspaceId }: Context): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  for (const table of await allTables()) {
    const column = columnOf(table);
    const count = column ? await db.$count(table, eq(column, workspaceId)) : 0;
    if (count > 0) rows.set(getTableName(table), count);
  }
  return rows;
}

function columnOf(table: PgTable): Column | undefined {
  return getTableColumns(table)["workspaceId"];
}
