/** A `postgres://` URL selects PostgreSQL; anything else is the name of a SQLite file. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:/.test(url);
}

/** The database engine of this process, fixed at its start by DATABASE_URL. */
export const isPostgres = isPostgresUrl(process.env.DATABASE_URL ?? "");
