import type { ReadyLexicon } from "./lexicon.ts";

/**
 * Returns lower-case words without links, mentions and hash signs. Repeated letters (`sooooo`) are shortened.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .replace(/https?:\/\/\S+/g, " ")
    .replace(/@[\p{L}\d._-]+/gu, " ")
    .replaceAll("#", " ")
    .replaceAll("’", "'")
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, "$1$1");
  return plain.match(/10\/10|[\p{L}\d]+(?:'\p{L}+)?/gu) ?? [];
}

/**
 * Splits a text into clauses, so that a negation does not apply to the whole text. Phrases become one word.
 */
export function clausesOf(text: string, { phrases }: ReadyLexicon): string[][] {
  return text
    .split(/[.!?;:\n]+|,\s|\s[-–—]\s/)
    .map((clause) => withPhrases(wordsOf(clause), phrases))
    .filter((words) => words.length > 0);
}

/** Joins the words of phrases. Only phrases whose first word occurs are tried, because there are hundreds. */
function withPhrases(words: string[], phrases: ReadyLexicon["phrases"]): string[] {
  const possible = [...new Set(words)].flatMap((word) => phrases.get(word) ?? []);
  if (possible.length === 0) return words;
  return possible
    .toSorted((one, other) => one.rank - other.rank)
    .reduce((clause, { said, joined }) => clause.replaceAll(said, joined), ` ${words.join(" ")} `)
    .trim()
    .split(" ");
}

/** Returns the weight of a word as listed, or without its ending. Undefined if it is not listed. */
export function weightOf(word: string, { weightOf: weights, lexicon }: ReadyLexicon) {
  return lookUp(word, weights, lexicon.endings);
}

export function lookUp<Value>(
  word: string,
  listed: ReadonlyMap<string, Value>,
  endings: ReadyLexicon["lexicon"]["endings"],
): Value | undefined {
  const known = listed.get(word);
  if (known !== undefined || word.length < 5) return known;
  for (const [ending, instead] of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length) + instead;
    const found = stem.length < 3 ? undefined : listed.get(stem);
    if (found !== undefined) return found;
  }
  return undefined;
}
