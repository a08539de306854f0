import { isPostgres } from "./dialect.ts";
import { redactErrors } from "./redact-errors.ts";
import type { Store } from "./store.ts";

redactErrors();

/**
 * Opens the database and loads only the driver that it needs. `url` is a `postgres://` URL or the name of a
 * SQLite file; the engine follows from the environment (see `isPostgres`).
 */
export async function openStore(url: string): Promise<Store> {
  if (isPostgres) return (await import("./postgres.ts")).openPostgres(url);
  return (await import("./sqlite.ts")).openSqlite(url);
}
