import { sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

import { isPostgres } from "./dialect.ts";

/** Whether a column holds one of the ids that a prepared statement is given as `name` when it runs. */
export function isGiven(column: PgColumn, name: string): SQL {
  const ids = sql.placeholder(name);
  return isPostgres
    ? sql`${column} = any(${ids}::text[])`
    : sql`${column} in (select value from json_each(${ids}))`;
}

/** Ids as such a statement takes them: all in one parameter. */
export function givenIds(ids: readonly string[]): unknown {
  return isPostgres ? [...ids] : JSON.stringify(ids);
}
