import type { Touchpoint } from "../touchpoint.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { languageOf, type TextLanguage } from "./language.ts";
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

const lexicons = { en: english, nl: dutch };

/**
 * What the words of one text seem to say. Local and quick (well under a millisecond); a guess, which
 * stars, reactions and a person's own reading outrank. `hint` is the language where it is known.
 */
export function readText(text: string, hint?: TextLanguage): TextSignals {
  const language = hint ?? languageOf(text);
  const lexicon = lexicons[language ?? "en"];
  const feeling = feelingOf(text, lexicon);
  const asks = isQuestion(text, lexicon);
  const { priceQuestion, purchase, complaint, contest } = lexicon.lexicon;
  const hasComplaint = complaint.test(text) && feeling.sentiment !== "positive";
  return {
    language,
    sentiment: feeling.sentiment,
    confidence: language ? feeling.confidence : Math.min(feeling.confidence, 0.6),
    emotion: asks && feeling.sentiment === "neutral" ? "question" : (feeling.emotion ?? null),
    isQuestion: asks,
    isPriceQuestion: asks && priceQuestion.test(text),
    hasPurchase: !asks && purchase.test(text),
    hasComplaint,
    isContest: contest.test(text) || isFriendTag(text),
  };
}

/** Three names and hardly a word beside them. */
function isFriendTag(text: string): boolean {
  const names = text.match(/@[\p{L}\d._-]+/gu) ?? [];
  const rest = text.replace(/@[\p{L}\d._-]+/gu, "").trim();
  return names.length >= 3 && rest.split(/\s+/).length <= 4;
}
