import type { Db } from "../db/store.ts";
import { searchIndex, type IndexScope } from "../db/text-index.ts";
import type { Search } from "./search-words.ts";

/** Where there are more than these, some of them are likely among the latest. */
const mostByIndex = 1_000;

/** So many of very many are looked at for other signs than letters; after that the words are enough. */
export const mostLookedAt = 1_000;

/** Ids of what has every one of these words; undefined where it is very much, which single letters are taken for. */
export async function findIds(
  db: Db,
  scope: IndexScope,
  { words, isShort }: Pick<Search, "words" | "isShort">,
): Promise<string[] | undefined> {
  if (isShort) return undefined;
  const ids = await searchIndex(db, scope, { words, limit: mostByIndex + 1 });
  return ids.length > mostByIndex ? undefined : ids;
}
