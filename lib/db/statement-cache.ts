import type { Db } from "./store.ts";

/**
 * A query that is built once a database and not once a call, since building one costs more than
 * running it. What differs from call to call is a placeholder.
 */
export function cachedStatement<Query, Handle extends Db = Db>(
  build: (db: Handle) => Query,
): (db: Handle) => Query {
  const built = new WeakMap<Db, Query>();
  return (db) => {
    const known = built.get(db) ?? build(db);
    built.set(db, known);
    return known;
  };
}
