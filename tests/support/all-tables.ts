import { globSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { is, Table } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** Every table that the product has, also one that is added tomorrow. */
export async function allTables(): Promise<PgTable[]> {
  const files = globSync("lib/**/schema.ts");
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(resolve(file)).href) as Promise<object>),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is PgTable => is(value, Table));
}
