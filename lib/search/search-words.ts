import { foldText } from "../kernel/fold-text.ts";
import { trimText } from "../kernel/visible-text.ts";

/**
 * Returns the tokens of a text: its folded words and, for longer words, their endings too, so that `sjaal`
 * finds `herfstsjaal`. Both engines store the same tokens and so find the same rows.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const word of wordsOf(text)) {
    if (tokens.size >= mostTokens) break;
    for (const ending of endingsOf(word)) tokens.add(ending);
  }
  return [...tokens];
}

/** A parsed search text. */
export interface Search {
  /** Words for the index: each must be the beginning of a token. */
  readonly words: readonly string[];
  /** The typed terms, folded: each must occur in the text as it is. */
  readonly terms: readonly string[];
  /**
   * Whether matches of the index must be checked against `terms`, because these have other characters than
   * letters and digits or because single letters were left out of `words`.
   */
  readonly needsLook: boolean;
  /**
   * Whether all words are single letters. Reading the latest rows finds such matches faster than the index.
   */
  readonly isShort: boolean;
}

export function readSearch(search: string): Search {
  const terms = foldText(trimText(search)).split(" ").filter(Boolean).slice(0, mostSearched);
  const words = [...new Set(terms.flatMap(wordsOf))].slice(0, mostSearched);
  // A single letter in the middle of a term may be the end of a word, and endings that short are not indexed.
  const longer = words.filter((word) => word.length > 1);
  const needsLook = terms.some((term) => wordsOf(term).join() !== term);
  return {
    // A single letter beside a longer word hardly narrows the search and is slow in the index, so it is
    // checked afterwards.
    words: longer.length > 0 ? longer : words,
    terms,
    needsLook: needsLook || (longer.length > 0 && longer.length < words.length),
    isShort: longer.length === 0,
  };
}

/** Whether every term stands somewhere in a text. */
export function isFoundBy(text: string, search: Pick<Search, "terms">): boolean {
  return hasTerms(foldText(text), search);
}

/** The same of a text that is folded already. */
export function hasTerms(folded: string, { terms }: Pick<Search, "terms">): boolean {
  return terms.every((term) => folded.includes(term));
}

/** Whether the index finds a folded text: what is looked through beside it is found by the same rule. */
export function hasWords(folded: string, { words }: Pick<Search, "words">): boolean {
  // Most have not even the letters, and taking a text apart costs the most.
  if (!words.every((word) => folded.includes(word))) return false;
  const said = wordsIn(folded).slice(0, mostTokens);
  return words.every((word) => said.some((one) => hasEnding(one, word)));
}

/** Whether one of the indexed endings of a word starts with `beginning`. */
function hasEnding(word: string, beginning: string): boolean {
  const place = word.indexOf(beginning);
  if (place <= 0) return place === 0;
  return endingsOf(word).some((ending) => ending.startsWith(beginning));
}

/** Tells whether every term begins a word of a text: for suggestions while somebody types. */
export function beginnings({ terms }: Pick<Search, "terms">): (text: string) => boolean {
  const patterns = terms.map(
    (term) => new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${RegExp.escape(term)}`, "u"),
  );
  return (text) => {
    const folded = foldText(text);
    return patterns.every((pattern) => pattern.test(folded));
  };
}

const mostTokens = 20_000;
const mostSearched = 12;
const longestWord = 40;
const shortestEnding = 2;

function wordsOf(text: string): string[] {
  return wordsIn(foldText(text));
}

function wordsIn(folded: string): string[] {
  const words = folded.match(/[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu) ?? [];
  return words.map((word) => Array.from(word).slice(0, longestWord).join(""));
}

function endingsOf(word: string): string[] {
  const signs = Array.from(word);
  if (/^\p{N}+$/u.test(word)) return [word];
  // Scripts without spaces: a word may begin at any character.
  const shortest =
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u.test(
      word,
    )
      ? 1
      : shortestEnding;
  const count = Math.max(1, signs.length - shortest + 1);
  return Array.from({ length: count }, (_, from) => signs.slice(from).join(""));
}
