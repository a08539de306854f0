import { getTableName } from "drizzle-orm";

import type { Db } from "#lib/db/store";

import { allTables } from "./all-tables.ts";

/** Every row of every table, in an order that does not depend on when it was written. */
export async function dump(db: Db): Promise<Record<string, string[]>> {
  const tables = await Promise.all(
    (await allTables()).map(async (table) => {
      const rows = await db.select().from(table);
      return [getTableName(table), rows.map((row) => JSON.stringify(row)).toSorted()] as const;
    }),
  );
  return Object.fromEntries(tables);
}
