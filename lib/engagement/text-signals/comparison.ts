import type { ReadyLexicon } from "./lexicon.ts";
import { lookUp } from "./words.ts";

/** The least weight of an expression such as "could not be better". */
const beyondCompareWeight = 2.6;

/**
 * Returns the weights, by place, of words such as in "could not be happier" and "nog nooit zo lekker": a
 * comparative or "so" under a negation is a superlative, not the opposite.
 */
export function comparedIn(
  clause: readonly string[],
  lexicon: ReadyLexicon,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  clause.forEach((word, at) => {
    const base = lookUp(word, lexicon.weightOf, lexicon.lexicon.endings) ?? 0;
    if (base === 0) return;
    const weight = beyondCompare(clause, at, base, lexicon) ?? neverSo(clause, at, base);
    if (weight !== undefined) found.set(at, weight);
  });
  return found;
}

function beyondCompare(
  clause: readonly string[],
  at: number,
  base: number,
  { lexicon, weightOf: weights, more, less }: ReadyLexicon,
): number | undefined {
  const [word = "", before = ""] = [clause[at], clause[at - 1]];
  const isLess = less.has(before);
  const isMore = more.has(word) || more.has(before) || isLonger(word, weights);
  if (!isLess && !isMore) return undefined;
  if (!lexicon.beyondCompare.test(around(clause, at, "<more>"))) return undefined;
  const weight = Math.sign(base) * Math.max(beyondCompareWeight, Math.abs(base) * 1.2);
  return isLess ? -weight : weight;
}

function neverSo(clause: readonly string[], at: number, base: number): number | undefined {
  return never.test(clause.slice(Math.max(0, at - neverReaches), at).join(" "))
    ? base * 1.2
    : undefined;
}

/** The greatest number of words that `never` can match. */
const neverReaches = 10;
const never =
  /\b(?:never|nowhere|nobody|nothing|nog nooit|nooit|nergens|niemand|niets|niks)\b(?: \S+){0,5}? (?:so|such|zo|zo'n|zulk|zulke)(?: \S+){0,2}$/;

/** How many words before and after the compared word are looked at. */
const wordsBefore = 20;
const wordsAfter = 12;

function around(clause: readonly string[], at: number, instead: string): string {
  const before = clause.slice(Math.max(0, at - wordsBefore), at);
  return [...before, instead, ...clause.slice(at + 1, at + 1 + wordsAfter)].join(" ");
}

/** Whether the word is a comparative of a listed word. */
function isLonger(word: string, weights: ReadonlyMap<string, number>): boolean {
  const stem = /^(.{2,})er(?:e)?$/.exec(word)?.[1];
  if (stem === undefined) return false;
  const stems = [
    stem,
    `${stem}e`,
    stem.replace(/i$/, "y"),
    stem.replace(/d$/, ""),
    stem.replace(/(.)\1$/, "$1"),
  ];
  return stems.some((one) => weights.has(one));
}
