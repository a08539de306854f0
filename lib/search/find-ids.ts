import type { Db } from "../db/store.ts";
import { searchIndex, selectIndexed, type IndexScope } from "../db/text-index.ts";

/** Where there are more than these, some of them are likely among the latest. */
const mostByIndex = 1_000;

/** So many of very many are looked at for other signs than letters; after that the words are enough. */
export const mostLookedAt = 1_000;

/** Ids of what has every one of these words; undefined where it is so much that nobody looked for it. */
export async function findIds(
  db: Db,
  scope: IndexScope,
  words: readonly string[],
): Promise<string[] | undefined> {
  const ids = await searchIndex(db, scope, { words, limit: mostByIndex + 1 });
  return ids.length > mostByIndex ? undefined : ids;
}

/** The same however many they are. */
export async function findAllIds(
  db: Db,
  scope: IndexScope,
  words: readonly string[],
): Promise<string[]> {
  return (await selectIndexed(db, scope, words)).map(({ id }) => id);
}
