/** A `postgres://` address picks PostgreSQL, anything else is the name of a SQLite file. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:/.test(url);
}

/** The engine is a deployment choice, made once a process. */
export const isPostgres = isPostgresUrl(process.env.DATABASE_URL ?? "");
