import type { Db } from "../db/store.ts";
import { searchIndex, type IndexScope } from "../db/text-index.ts";
import type { Search } from "./search-words.ts";

/** Above this number of matches, some are likely to be among the latest rows, which callers read instead. */
const mostByIndex = 1_000;

/** Rows that are checked for an exact match, in addition to the index, when matches are very many. */
export const mostLookedAt = 500;

/**
 * Returns the ids of all rows that have every word; undefined if there are more than `mostByIndex` or if only
 * single letters are searched for.
 */
export async function findIds(
  db: Db,
  scope: IndexScope,
  search: Pick<Search, "words" | "isShort">,
): Promise<string[] | undefined> {
  if (search.isShort) return undefined;
  const { ids, isAll } = await findSomeIds(db, scope, search);
  return isAll ? ids : undefined;
}

/** Returns at most `mostByIndex + 1` matching ids, in no order, and whether these are all. */
export async function findSomeIds(
  db: Db,
  scope: IndexScope,
  { words }: Pick<Search, "words">,
): Promise<{ readonly ids: string[]; readonly isAll: boolean }> {
  const ids = await searchIndex(db, scope, { words, limit: mostByIndex + 1 });
  return { ids, isAll: ids.length <= mostByIndex };
}
