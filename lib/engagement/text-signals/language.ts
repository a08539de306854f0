import { eld } from "eld/extrasmall";

import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import type { ReadyLexicon } from "./lexicon.ts";
import { isSharedWithNeighbours, neighbourLead } from "./neighbours.ts";
import { wordsOf } from "./words.ts";

/** Languages that the product reads. */
export type TextLanguage = "en" | "nl";

/** `other` is a language that the product does not read; no signals are taken from its words. */
export type SpokenLanguage = TextLanguage | "other";

/** Returns the language stored with a text. Undefined for null or an unknown value. */
export function spokenIn(language: string | null): SpokenLanguage | undefined {
  return language === "en" || language === "nl" || language === "other" ? language : undefined;
}

/**
 * Returns the language in which the writer can be answered. Undefined if it is not known or another language.
 */
export function answerableLanguage(spoken: SpokenLanguage | undefined): TextLanguage | undefined {
  return spoken === "other" ? undefined : spoken;
}

/** So few words are decided by letters only if the scores are far apart. */
const fewWords = 2;
const clearLead = 0.12;
const slightLead = 0.04;
/** This share of words that only one language has outweighs the letters. */
const clearShare = 0.34;

/** Returns undefined if there are no words, or too few to tell. */
export function languageOf(text: string): SpokenLanguage | undefined {
  const words = wordsOf(text).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) return undefined;
  if (isOtherScript(words)) return "other";
  const lead = smallWords(words, english, dutch) - smallWords(words, dutch, english);
  if (neighbourLead(words, lead > 0 ? english.common : dutch.common) > 0) return "other";
  return words.length <= fewWords ? ofFewWords(words, lead) : ofSentence(words, lead);
}

/** `lead` is how many more words only English has than only Dutch; negative if Dutch has more. */
function ofSentence(words: readonly string[], lead: number): SpokenLanguage {
  const bySmallWords = lead > 0 ? "en" : "nl";
  // The letters could not change the result, and reading them takes the most time.
  if (Math.abs(lead) >= 2) return bySmallWords;
  const byLetters = readLetters(words);
  const own = smallWords(words, lead > 0 ? english : dutch, lead > 0 ? dutch : english);
  if (byLetters !== "other") return byLetters;
  const byWords = byFeeling(words);
  if (byWords && isNearly(words, byWords)) return byWords;
  const isOurs = own >= 2 || own / words.length >= clearShare;
  return isOurs ? ofOurWords(lead, byWords) : "other";
}

function ofOurWords(lead: number, byWords: TextLanguage | undefined): SpokenLanguage {
  if (lead === 0) return byWords ?? "other";
  return lead > 0 ? "en" : "nl";
}

/**
 * Whether the letters point to another language by a small margin only, as with a loanword or a name: "The
 * Zoë dress fits, merci".
 */
function isNearly(words: readonly string[], language: TextLanguage): boolean {
  const scores = eld.detect(words.join(" ")).getScores();
  return Math.max(...Object.values(scores)) - (scores[language] ?? 0) < clearLead;
}

/** Returns the number of common words that `own` has and `other` does not. */
function smallWords(words: readonly string[], own: ReadyLexicon, other: ReadyLexicon): number {
  return words.filter((word) => own.common.has(word) && !other.common.has(word)).length;
}

function isOtherScript(words: readonly string[]): boolean {
  const joined = words.join("");
  if (!/[^\p{Script=Latin}\d']/u.test(joined)) return false;
  const letters = joined.match(/\p{L}/gu) ?? [];
  const latin = joined.match(/\p{Script=Latin}/gu) ?? [];
  return latin.length * 2 < letters.length;
}

function ofFewWords(words: readonly string[], lead: number): SpokenLanguage | undefined {
  if (lead !== 0) return lead > 0 ? "en" : "nl";
  return byFeeling(words) ?? byClearLetters(words);
}

function byClearLetters(words: readonly string[]): SpokenLanguage | undefined {
  const scores = Object.entries(eld.detect(words.join(" ")).getScores());
  const [first, next] = scores.toSorted(([, a], [, b]) => b - a);
  if (!first) return undefined;
  const [best, score] = first;
  if (best === "en" || best === "nl")
    return score - (next?.[1] ?? 0) >= slightLead ? best : undefined;
  const ours = scores.filter(([language]) => language === "en" || language === "nl");
  return score - Math.max(0, ...ours.map(([, own]) => own)) >= clearLead ? "other" : undefined;
}

function readLetters(words: readonly string[]): SpokenLanguage {
  const { language } = eld.detect(words.join(" "));
  return language === "en" || language === "nl" ? language : "other";
}

/** Returns the language to which more words of feeling belong: "Prachtig" has no common word and is Dutch. */
function byFeeling(words: readonly string[]): TextLanguage | undefined {
  const telling = words.filter((word) => !isSharedWithNeighbours(word));
  const onlyEnglish = telling.filter(
    (word) => english.weightOf.has(word) && !dutch.weightOf.has(word),
  );
  const onlyDutch = telling.filter(
    (word) => dutch.weightOf.has(word) && !english.weightOf.has(word),
  );
  if (onlyEnglish.length === onlyDutch.length) return undefined;
  return onlyEnglish.length > onlyDutch.length ? "en" : "nl";
}
