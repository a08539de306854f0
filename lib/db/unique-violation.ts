/**
 * Whether a write failed because a unique index or primary key already has the value, for example because
 * another transaction inserted it first.
 */
export function isUniqueViolation(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && typeof cause.code === "string" && codes.has(cause.code)) return true;
  return false;
}

/** Error codes of PostgreSQL and SQLite. */
const codes: ReadonlySet<string> = new Set([
  "23505",
  "SQLITE_CONSTRAINT_UNIQUE",
  "SQLITE_CONSTRAINT_PRIMARYKEY",
]);
