import type { Touchpoint } from "../touchpoint.ts";
import { boundRuns } from "./bound-runs.ts";
import { calibrated } from "./calibration.ts";
import { readConcerns, type Concern } from "./concerns.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { seemsIronic } from "./irony.ts";
import { languageOf, type SpokenLanguage, type TextLanguage } from "./language.ts";
import type { ReadyLexicon } from "./lexicon.ts";
import { isUnrealised } from "./qualified-praise.ts";
import { isQuestion, questionKindOf, type QuestionKind } from "./question.ts";
import { feelingOf, type Feeling } from "./sentiment.ts";
import { weightOf } from "./words.ts";

export interface TextSignals {
  /** Undefined if there are too few words to tell. */
  readonly language: SpokenLanguage | undefined;
  readonly sentiment: NonNullable<Touchpoint["sentiment"]>;
  /**
   * The share of labelled lines with such a score that were read correctly, 0–1. 0 if the text was not read.
   */
  readonly confidence: number;
  readonly emotion: Touchpoint["emotion"];
  readonly isQuestion: boolean;
  /** What the question is about. Undefined if nothing is asked. */
  readonly questionKind: QuestionKind | undefined;
  /** A question about price, stock, size, delivery or a promotion. */
  readonly isPriceQuestion: boolean;
  /** The words mention a purchase. */
  readonly hasPurchase: boolean;
  /** The words mention a problem. */
  readonly hasComplaint: boolean;
  /** The text enters a giveaway, or only tags friends. */
  readonly isContest: boolean;
  /** Reasons for care before the writer is thanked or quoted. */
  readonly concerns: readonly Concern[];
}

/** The greatest confidence if the language is not known, because the lexicon may be the wrong one. */
const unknownLanguage = 0.6;
/** The confidence of praise that may be irony, or that is about what did not happen. */
const abstained = 0.3;
const mostWords = 0.5;
/** The greatest confidence of praise with a question or with many other words. */
const besideMore = 0.75;

const lexicons = { en: english, nl: dutch };

/**
 * Returns what the words of a text seem to say. Runs locally in well under a millisecond. It is a guess,
 * which stars, reactions and a person's verdict outrank. `hint` is the language, if it is known.
 */
export function readText(said: string, hint?: SpokenLanguage): TextSignals {
  const text = boundRuns(said);
  const language = hint ?? languageOf(text);
  const concerns = readConcerns(text);
  if (language === "other") return { ...unread, isContest: isContest(text), concerns };
  const { lexicon, feeling, key, calmed } = language ? readIn(text, language) : readInEither(text);
  const asks = isQuestion(text, key, feeling.score);
  const isIronic = feeling.sentiment !== "negative" && seemsIronic(calmed, key, feeling);
  const isMeant = !isIronic && !isOnlyWished(text, key, feeling);
  const sentiment = isMeant ? feeling.sentiment : "neutral";
  const confidence = isMeant ? sureOf(feeling, asks) : abstained;
  return {
    language,
    sentiment,
    confidence: Math.min(confidence, language ? 1 : unknownLanguage),
    emotion: emotionOf(feeling, { asks, sentiment }),
    ...cuesOf(text, lexicon, { asks, sentiment, key }),
    concerns: isIronic ? ["irony", ...concerns] : concerns,
  };
}

function isOnlyWished(text: string, key: TextLanguage, { sentiment }: Feeling): boolean {
  return sentiment === "positive" && isUnrealised(text, key);
}

/**
 * Returns the confidence. Praise with a question, or with more other words than praise, is never sure enough
 * to be quoted unread.
 */
function sureOf({ sentiment, aside, ...feeling }: Feeling, asks: boolean): number {
  const sure = calibrated(feeling);
  const isMore = sentiment === "positive" && (asks || aside > mostWords);
  return isMore ? Math.min(sure, besideMore) : sure;
}

const unread = {
  language: "other",
  sentiment: "neutral",
  confidence: 0,
  emotion: null,
  isQuestion: false,
  questionKind: undefined,
  isPriceQuestion: false,
  hasPurchase: false,
  hasComplaint: false,
} as const;

interface Reading {
  readonly key: TextLanguage;
  readonly lexicon: ReadyLexicon;
  readonly feeling: Feeling;
  /** The text without negative words that only strengthen positive ones. */
  readonly calmed: string;
}

function readIn(text: string, key: TextLanguage): Reading {
  const lexicon = lexicons[key];
  const calmed = text.replace(lexicon.lexicon.fierce, (word, next: string) =>
    (weightOf(next.toLowerCase(), lexicon) ?? 0) > 0 ? very[key] : word,
  );
  return { key, lexicon, calmed, feeling: feelingOf(calmed, lexicon, key) };
}

const very = { en: "so", nl: "zo" };

/** Reads a text of unknown language in both languages and returns the reading with the stronger feeling. */
function readInEither(text: string): Reading {
  const [one, other] = [readIn(text, "en"), readIn(text, "nl")];
  return Math.abs(other.feeling.score) > Math.abs(one.feeling.score) ? other : one;
}

function emotionOf(
  { emotion }: Feeling,
  { asks, sentiment }: { asks: boolean; sentiment: TextSignals["sentiment"] },
): TextSignals["emotion"] {
  return asks && sentiment === "neutral" ? "question" : (emotion ?? null);
}

function cuesOf(
  text: string,
  { lexicon }: ReadyLexicon,
  {
    asks,
    sentiment,
    key,
  }: { asks: boolean; sentiment: TextSignals["sentiment"]; key: TextLanguage },
) {
  const questionKind = asks ? questionKindOf(text, key, lexicon.priceQuestion) : undefined;
  return {
    isQuestion: asks,
    questionKind,
    isPriceQuestion: questionKind === "price",
    hasPurchase: !asks && lexicon.purchase.test(text),
    hasComplaint: sentiment !== "positive" && lexicon.complaint.test(text),
    isContest: isContest(text),
  };
}

/** Tried in both languages, because people mix them: "like en deel". */
function isContest(text: string): boolean {
  return (
    Object.values(lexicons).some(({ lexicon }) => lexicon.contest.test(text)) || isFriendTag(text)
  );
}

/** Whether a text consists of at least three mentions and hardly any other words. */
function isFriendTag(text: string): boolean {
  const names = text.match(/@[\p{L}\d._-]+/gu) ?? [];
  const rest = text.replace(/@[\p{L}\d._-]+/gu, "").trim();
  return names.length >= 3 && rest.split(/\s+/).length <= 4;
}
