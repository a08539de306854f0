import { foldText } from "./fold-text.ts";

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

/** What somebody looks for: every one of these begins a token of what is found. */
export function searchedWords(search: string): string[] {
  return [...new Set(wordsOf(search))].slice(0, mostSearched);
}

/** The same question for a text at hand, without an index. */
export function isFoundBy(text: string, words: readonly string[]): boolean {
  const tokens = searchTokens(text);
  return words.every((word) => tokens.some((token) => token.startsWith(word)));
}

const mostTokens = 20_000;
const mostSearched = 12;
const longestWord = 40;
const shortestEnding = 3;

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
