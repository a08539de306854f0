import { isPostgres } from "./dialect.ts";
import { redactErrors } from "./redact-errors.ts";
import type { Store } from "./store.ts";

redactErrors();

/** Loads the driver of one engine alone. `url` is a `postgres://` address or the name of a SQLite file; which of the two follows from the environment. */
export async function openStore(url: string): Promise<Store> {
  if (isPostgres) return (await import("./postgres.ts")).openPostgres(url);
  return (await import("./sqlite.ts")).openSqlite(url);
}
