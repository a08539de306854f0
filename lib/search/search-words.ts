import { foldText } from "../kernel/fold-text.ts";
import { trimText } from "../kernel/visible-text.ts";

/**
 * The words of a text as they are kept to be found by: folded, and of a longer word its endings too, so
 * that `sjaal` finds `herfstsjaal`. Both engines keep the same ones, so that both find the same.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const word of wordsOf(text)) {
    if (tokens.size >= mostTokens) break;
    for (const ending of endingsOf(word)) tokens.add(ending);
  }
  return [...tokens];
}

/** What somebody looks for. */
export interface Search {
  /** For the index: each of them begins a token of what is found. */
  readonly words: readonly string[];
  /** As it was typed, folded: each of them stands so in what is found. */
  readonly terms: readonly string[];
  /** Whether the index alone cannot tell: other signs than letters are looked for, too. */
  readonly needsLook: boolean;
  /** Whether it is of single letters, which an index finds slower than the latest rows show some. */
  readonly isShort: boolean;
}

export function readSearch(search: string): Search {
  const terms = foldText(trimText(search)).split(" ").filter(Boolean).slice(0, mostSearched);
  const words = [...new Set(terms.flatMap(wordsOf))].slice(0, mostSearched);
  // One letter in the middle of a term may end a word, and endings so short are not kept.
  const longer = words.filter((word) => word.length > 1);
  const needsLook = terms.some((term) => wordsOf(term).join() !== term);
  return {
    // A single letter beside a word narrows little and costs the index much: it is looked at afterwards.
    words: longer.length > 0 ? longer : words,
    terms,
    needsLook: needsLook || (longer.length > 0 && longer.length < words.length),
    isShort: longer.length === 0,
  };
}

/** Whether every term stands somewhere in a text. */
export function isFoundBy(text: string, { terms }: Pick<Search, "terms">): boolean {
  const folded = foldText(text);
  return terms.every((term) => folded.includes(term));
}

/** Whether the index finds a text: what is looked through beside it is found by the same rule. */
export function isIndexedBy(text: string, { words }: Pick<Search, "words">): boolean {
  const said = wordsOf(text).slice(0, mostTokens);
  return words.every((word) => said.some((one) => hasEnding(one, word)));
}

/** Whether one of the endings that are kept of a word begins so. */
function hasEnding(word: string, beginning: string): boolean {
  const place = word.indexOf(beginning);
  if (place <= 0) return place === 0;
  return endingsOf(word).some((ending) => ending.startsWith(beginning));
}

/** Whether every term begins a word of a text: for suggestions while somebody types. */
export function isBegunBy(text: string, { terms }: Pick<Search, "terms">): boolean {
  const folded = foldText(text);
  return terms.every((term) =>
    new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${RegExp.escape(term)}`, "u").test(folded),
  );
}

const mostTokens = 20_000;
const mostSearched = 12;
const longestWord = 40;
const shortestEnding = 2;

function wordsOf(text: string): string[] {
  const words = foldText(text).match(/[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu) ?? [];
  return words.map((word) => Array.from(word).slice(0, longestWord).join(""));
}

function endingsOf(word: string): string[] {
  const signs = Array.from(word);
  if (/^\p{N}+$/u.test(word)) return [word];
  // Where no spaces are written, a word may begin anywhere.
  const shortest =
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u.test(
      word,
    )
      ? 1
      : shortestEnding;
  const count = Math.max(1, signs.length - shortest + 1);
  return Array.from({ length: count }, (_, from) => signs.slice(from).join(""));
}
