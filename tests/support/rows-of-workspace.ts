import { globSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { type Column, eq, getTableColumns, getTableName, is, Table } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

import type { Context } from "#lib/kernel/context";

/** How many rows of the workspace each table has, of all tables there are; empty ones are left out. */
export async function rowsOfWorkspace({ db, workspaceId }: Context): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  for (const table of await tablesWithWorkspace()) {
    const column = columnOf(table);
    const count = column ? await db.$count(table, eq(column, workspaceId)) : 0;
    if (count > 0) rows.set(getTableName(table), count);
  }
  return rows;
}

async function tablesWithWorkspace(): Promise<PgTable[]> {
  const files = globSync("lib/**/schema.ts");
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(resolve(file)).href) as Promise<object>),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is PgTable => is(value, Table))
    .filter((table) => columnOf(table) !== undefined);
}

function columnOf(table: PgTable): Column | undefined {
  return getTableColumns(table)["workspaceId"];
}
