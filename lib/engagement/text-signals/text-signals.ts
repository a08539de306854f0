import type { Touchpoint } from "../touchpoint.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { languageOf, type TextLanguage } from "./language.ts";
import type { ReadyLexicon } from "./lexicon.ts";
import { isQuestion } from "./question.ts";
import { feelingOf } from "./sentiment.ts";

export interface TextSignals {
  readonly language: TextLanguage | undefined;
  readonly sentiment: NonNullable<Touchpoint["sentiment"]>;
  /** 0–1. */
  readonly confidence: number;
  readonly emotion: Touchpoint["emotion"];
  readonly isQuestion: boolean;
  /** A question about price, stock, size, delivery or a promotion. */
  readonly isPriceQuestion: boolean;
  /** The words tell of something bought. */
  readonly hasPurchase: boolean;
  /** The words tell of something that went wrong. */
  readonly hasComplaint: boolean;
  /** Takes part in a giveaway, or tags friends because one was asked to. */
  readonly isContest: boolean;
}

/** Read with a lexicon that may not be its own, a text is at most so sure. */
const unknownLanguage = 0.6;

const lexicons = { en: english, nl: dutch };

/**
 * What the words of one text seem to say. Local and quick (well under a millisecond); a guess, which
 * stars, reactions and a person's own reading outrank. `hint` is the language where it is known.
 */
export function readText(text: string, hint?: TextLanguage): TextSignals {
  const language = hint ?? languageOf(text);
  const lexicon = lexicons[language ?? "en"];
  const { sentiment, confidence, emotion } = feelingOf(text, lexicon);
  const asks = isQuestion(text, lexicon);
  return {
    language,
    sentiment,
    confidence: language ? confidence : Math.min(confidence, unknownLanguage),
    emotion: asks && sentiment === "neutral" ? "question" : (emotion ?? null),
    ...cuesOf(text, lexicon, { asks, sentiment }),
  };
}

function cuesOf(
  text: string,
  { lexicon }: ReadyLexicon,
  { asks, sentiment }: { asks: boolean; sentiment: TextSignals["sentiment"] },
) {
  return {
    isQuestion: asks,
    isPriceQuestion: asks && lexicon.priceQuestion.test(text),
    hasPurchase: !asks && lexicon.purchase.test(text),
    hasComplaint: sentiment !== "positive" && lexicon.complaint.test(text),
    isContest: lexicon.contest.test(text) || isFriendTag(text),
  };
}

/** Three names and hardly a word beside them. */
function isFriendTag(text: string): boolean {
  const names = text.match(/@[\p{L}\d._-]+/gu) ?? [];
  const rest = text.replace(/@[\p{L}\d._-]+/gu, "").trim();
  return names.length >= 3 && rest.split(/\s+/).length <= 4;
}
