import type { Db } from "../db/store.ts";
import { searchIndex, type IndexScope } from "../db/text-index.ts";
import type { Search } from "./search-words.ts";

/** Where there are more than these, some of them are likely among the latest. */
const mostByIndex = 1_000;

/** So many of very many are looked at for other signs than letters; after that the words are enough. */
export const mostLookedAt = 500;

/** Ids of what has every one of these words; undefined where it is very much, which single letters are taken for. */
export async function findIds(
  db: Db,
  scope: IndexScope,
  search: Pick<Search, "words" | "isShort">,
): Promise<string[] | undefined> {
  if (search.isShort) return undefined;
  const { ids, isAll } = await findSomeIds(db, scope, search);
  return isAll ? ids : undefined;
}

/** The same where a few of very many will do: as many as can be ranked at once, in no order, and whether that is all. */
export async function findSomeIds(
  db: Db,
  scope: IndexScope,
  { words }: Pick<Search, "words">,
): Promise<{ readonly ids: string[]; readonly isAll: boolean }> {
  const ids = await searchIndex(db, scope, { words, limit: mostByIndex + 1 });
  return { ids, isAll: ids.length <= mostByIndex };
}
