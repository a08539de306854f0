import { francAll } from "franc-min";

import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { wordsOf } from "./words.ts";

export type TextLanguage = "en" | "nl";

/** Short texts say more by their small words than by their letters; only longer ones go to statistics. */
const enoughForLetters = 24;

export function languageOf(text: string): TextLanguage | undefined {
  const words = wordsOf(text);
  const inEnglish = words.filter((word) => english.common.has(word)).length;
  const inDutch = words.filter((word) => dutch.common.has(word)).length;
  if (inEnglish !== inDutch) return inEnglish > inDutch ? "en" : "nl";
  return byLetters(words.join(" ")) ?? byFeeling(words);
}

function byLetters(text: string): TextLanguage | undefined {
  if (text.length < enoughForLetters) return undefined;
  const [best, second] = francAll(text, { only: ["eng", "nld"], minLength: enoughForLetters });
  if (!best || best[0] === "und" || (second && best[1] - second[1] < 0.05)) return undefined;
  return best[0] === "nld" ? "nl" : "en";
}

/** "Prachtig" has no small words, and is Dutch all the same. */
function byFeeling(words: readonly string[]): TextLanguage | undefined {
  const onlyEnglish = words.filter(
    (word) => english.weightOf.has(word) && !dutch.weightOf.has(word),
  );
  const onlyDutch = words.filter((word) => dutch.weightOf.has(word) && !english.weightOf.has(word));
  if (onlyEnglish.length === onlyDutch.length) return undefined;
  return onlyEnglish.length > onlyDutch.length ? "en" : "nl";
}
