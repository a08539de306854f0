import type { Db } from "./store.ts";

/**
 * Builds a query once per database handle instead of once per call, because building costs more than running.
 * Values that differ between calls must be placeholders.
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
