import type { Touchpoint } from "../touchpoint.ts";
import { boundRuns } from "./bound-runs.ts";
import { calibrated } from "./calibration.ts";
import { readConcerns, type Concern } from "./concerns.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { seemsIronic } from "./irony.ts";
import { languageOf, type SpokenLanguage, type TextLanguage } from "./language.ts";
import type { ReadyLexicon } from "./lexicon.ts";
import { isQuestion, questionKindOf, type QuestionKind } from "./question.ts";
import { feelingOf, type Feeling } from "./sentiment.ts";

export interface TextSignals {
  /** Undefined where there are too few words to tell. */
  readonly language: SpokenLanguage | undefined;
  readonly sentiment: NonNullable<Touchpoint["sentiment"]>;
  /** 0–1: how many of the labelled lines that look like this are what we call it. 0 where nothing is read. */
  readonly confidence: number;
  readonly emotion: Touchpoint["emotion"];
  readonly isQuestion: boolean;
  /** What it asks about; none where nothing is asked. */
  readonly questionKind: QuestionKind | undefined;
  /** A question about price, stock, size, delivery or a promotion. */
  readonly isPriceQuestion: boolean;
  /** The words tell of something bought. */
  readonly hasPurchase: boolean;
  /** The words tell of something that went wrong. */
  readonly hasComplaint: boolean;
  /** Takes part in a giveaway, or tags friends because one was asked to. */
  readonly isContest: boolean;
  /** Why a person reads it before anybody is thanked for it. */
  readonly concerns: readonly Concern[];
}

/** Read with a lexicon that may not be its own, a text is at most so sure. */
const unknownLanguage = 0.6;
/** Sure of nothing: praise that may be irony. */
const abstained = 0.3;

const lexicons = { en: english, nl: dutch };

/**
 * What the words of one text seem to say. Local and quick (well under a millisecond); a guess, which
 * stars, reactions and a person's own reading outrank. `hint` is the language where it is known.
 */
export function readText(said: string, hint?: SpokenLanguage): TextSignals {
  const text = boundRuns(said);
  const language = hint ?? languageOf(text);
  const concerns = readConcerns(text);
  if (language === "other") return { ...unread, isContest: isContest(text), concerns };
  const { lexicon, feeling, key } = language ? readIn(text, language) : readInEither(text);
  const asks = isQuestion(text, key, feeling.score);
  const isIronic = feeling.sentiment !== "negative" && seemsIronic(text, key, feeling);
  const sentiment = isIronic ? "neutral" : feeling.sentiment;
  const confidence = isIronic ? abstained : calibrated(feeling);
  return {
    language,
    sentiment,
    confidence: language ? confidence : Math.min(confidence, unknownLanguage),
    emotion: emotionOf(feeling, { asks, sentiment }),
    ...cuesOf(text, lexicon, { asks, sentiment, key }),
    concerns: isIronic ? ["irony", ...concerns] : concerns,
  };
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
}

function readIn(text: string, key: TextLanguage): Reading {
  const lexicon = lexicons[key];
  return { key, lexicon, feeling: feelingOf(text, lexicon, key) };
}

/** "Top!" is said in both. */
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

/** In whichever language, or several: "like en deel". */
function isContest(text: string): boolean {
  return (
    Object.values(lexicons).some(({ lexicon }) => lexicon.contest.test(text)) || isFriendTag(text)
  );
}

/** Three names and hardly a word beside them. */
function isFriendTag(text: string): boolean {
  const names = text.match(/@[\p{L}\d._-]+/gu) ?? [];
  const rest = text.replace(/@[\p{L}\d._-]+/gu, "").trim();
  return names.length >= 3 && rest.split(/\s+/).length <= 4;
}
