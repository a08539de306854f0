import type { Db } from "../db/store.ts";
import { searchIndex, type IndexScope } from "../db/text-index.ts";

/** More than these are found quicker by looking through all, latest first. */
const mostByIndex = 1_000;

/** Ids of what has every one of these words; undefined where it is so much that nobody looked for it. */
export async function findIds(
  db: Db,
  scope: IndexScope,
  words: readonly string[],
): Promise<string[] | undefined> {
  const ids = await searchIndex(db, scope, { words, limit: mostByIndex + 1 });
  return ids.length > mostByIndex ? undefined : ids;
}
