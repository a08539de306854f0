import type { Translate } from "../i18n/translator.ts";
import { isFoundBy, readSearch } from "../search/search-words.ts";
import { places } from "./places.ts";

/** Returns pages and actions whose name in the reader's language matches the search. */
export function findPlaces(tell: Translate, search: string): { name: string; page: string }[] {
  const asked = readSearch(search);
  if (asked.terms.length === 0) return [];
  return places
    .map(([key, page]) => ({ name: tell(`find.${key}`), page }))
    .filter(({ name }) => isFoundBy(name, asked));
}
