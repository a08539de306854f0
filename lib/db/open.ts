import { isPostgres } from "./dialect.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";
import { leaveValuesOut } from "./without-values.ts";

leaveValuesOut();

/** `url` is a `postgres://` address or the name of a SQLite file; which of the two follows from the environment. */
export async function openStore(url: string): Promise<Store> {
  return isPostgres ? openPostgres(url) : openSqlite(url);
}
