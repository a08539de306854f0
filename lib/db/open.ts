import { isPostgres } from "./dialect.ts";
import { openPostgres } from "./postgres.ts";
import { redactErrors } from "./redact-errors.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

redactErrors();

/** `url` is a `postgres://` address or the name of a SQLite file; which of the two follows from the environment. */
export async function openStore(url: string): Promise<Store> {
  return isPostgres ? openPostgres(url) : openSqlite(url);
}
