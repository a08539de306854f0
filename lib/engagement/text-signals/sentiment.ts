import { comparedIn } from "./comparison.ts";
import { readEmoji } from "./emoji.ts";
import { readIdioms } from "./idioms.ts";
import type { TextLanguage } from "./language.ts";
import type { Emotion, ReadyLexicon } from "./lexicon.ts";
import { clausesOf, lookUp, weightOf } from "./words.ts";

export interface Feeling {
  readonly sentiment: "positive" | "neutral" | "negative";
  /** Strength and direction of the feeling, −1 … 1. */
  readonly score: number;
  /**
   * Sums of the positive and of the negative weights, from words, idioms and emoji. The smaller one shows how
   * mixed the text is.
   */
  readonly positive: number;
  readonly negative: number;
  /** Number of clauses with a negation that does not apply to a word of feeling: "a tent that does not". */
  readonly looseNegations: number;
  /**
   * Share of words that follow the praise without being praise, 0–1: "brilliant idea to put the toilets
   * behind the stage".
   */
  readonly aside: number;
  readonly emotion: Exclude<Emotion, "question"> | undefined;
}

/** A negation applies to the three words after it, a reversal such as "far from" to the four after it. */
const negationWindow = 3;
const reversalWindow = 4;
/**
 * Below `neutralBelow` a text is neutral; between the two values it counts as neutral with low confidence.
 */
export const abstainBelow = 0.42;
export const neutralBelow = 0.2;
const damping = 6;
/** Fewer words than these after praise ("bought it today") take nothing from it. */
const longClause = 4;
const longTail = 5;
const wordsOfIdiom = 3;
/** Factor for gratitude: expressed thanks outweigh other joy in the text. */
const spokenOut = 2;
const nothing: ReadonlyMap<number, number> = new Map();

export function feelingOf(text: string, lexicon: ReadyLexicon, language: TextLanguage): Feeling {
  const emotions = new Map<Emotion, number>();
  let positive = 0;
  let negative = 0;
  let looseNegations = 0;
  function count(weight: number, emotion: Emotion | undefined): void {
    if (weight > 0) positive += weight;
    else negative -= weight;
    if (!emotion) return;
    const told = Math.abs(weight) * (emotion === "gratitude" ? spokenOut : 1);
    emotions.set(emotion, (emotions.get(emotion) ?? 0) + told);
  }
  // A question contains no comparison that is praise.
  const isAsked = text.trim().endsWith("?");
  const { weights, rest } = readIdioms(withoutAskedNegation(text), language);
  for (const weight of weights) count(weight, weight > 0 ? "joy" : "disappointment");
  const clauses = clausesOf(rest, lexicon);
  let wordsAside = 0;
  for (const clause of clauses) {
    const compared = isAsked ? nothing : comparedIn(clause, lexicon);
    const inPlace = clause.map((_, at) => compared.get(at) ?? weightInPlace(clause, at, lexicon));
    clause.forEach((word, at) => {
      const weight = inPlace[at] ?? 0;
      if (weight === 0) return;
      const emotion = emotionInPlace(word, weight, lexicon);
      count(weight, emotion ?? (compared.has(at) && weight < 0 ? "disappointment" : undefined));
    });
    wordsAside += wordsBehindPraise(clause, inPlace);
    if (compared.size === 0 && hasLooseNegation(clause, lexicon)) looseNegations += 1;
  }
  for (const [weight, emotion] of readEmoji(text)) if (weight !== 0) count(weight, emotion);

  const sum = (positive - negative) * (text.includes("!") ? 1.1 : 1);
  const score = sum / Math.sqrt(sum * sum + damping);
  return {
    sentiment: sentimentOf(score),
    score,
    positive,
    negative,
    looseNegations,
    aside: wordsAside / Math.max(1, clauses.flat().length + weights.length * wordsOfIdiom),
    emotion: strongest(emotions, score),
  };
}

/**
 * Returns the number of words after the last praise of a clause: all words if the clause has none. Returns 0
 * if they are few, or only name what is praised.
 */
function wordsBehindPraise(clause: readonly string[], inPlace: readonly number[]): number {
  const last = inPlace.findLastIndex((weight) => weight > 0);
  const behind = clause.slice(last + 1);
  const isNamed = last >= 0 && whatIsPraised.has(behind[0] ?? "");
  const few = last < 0 ? longClause : longTail;
  return isNamed || behind.length < few ? 0 : behind.length;
}

/** Words that introduce what is praised: "So happy with the new saddle." */
const whatIsPraised = new Set(["with", "by", "met", "door"]);

function weightInPlace(clause: readonly string[], at: number, lexicon: ReadyLexicon): number {
  const word = clause[at] ?? "";
  const base = weightOf(word, lexicon);
  if (base === undefined) return 0;
  const far = clause.slice(Math.max(0, at - reversalWindow), at);
  if (far.some((earlier) => lexicon.reversals.has(earlier)))
    return base > 0 ? Math.min(-1.5, -base) : base * -0.4;
  const before = far.slice(-negationWindow);
  const weight = base * degreeOf(before.at(-1) ?? "", lexicon);
  // "Not great" is bad; "not bad" is only mildly good.
  if (before.some((earlier) => lexicon.negations.has(earlier)))
    return weight * (weight > 0 ? -0.7 : -0.4);
  return weight;
}

/** Returns the factor that the previous word gives: "very", "a little", "less". */
function degreeOf(last: string, { less, strengtheners, softeners }: ReadyLexicon): number {
  if (less.has(last)) return -0.8;
  if (strengtheners.has(last)) return 1.3;
  return softeners.has(last) ? 0.6 : 1;
}

/** Whether a clause has a negation that applies to none of its words of feeling. */
function hasLooseNegation(clause: readonly string[], lexicon: ReadyLexicon): boolean {
  if (!clause.some((word) => lexicon.negations.has(word))) return false;
  return !clause.some(
    (word, at) =>
      weightOf(word, lexicon) !== undefined &&
      clause
        .slice(Math.max(0, at - negationWindow), at)
        .some((earlier) => lexicon.negations.has(earlier)),
  );
}

/**
 * Returns a word's emotion. A word that is negated or reversed has lost it: disappointment if it is negative
 * now, else none.
 */
function emotionInPlace(
  word: string,
  weight: number,
  { emotionOf, weightOf: weights, lexicon }: ReadyLexicon,
): Emotion | undefined {
  const listed = lookUp(word, weights, lexicon.endings) ?? 0;
  if (listed * weight < 0) return weight < 0 ? "disappointment" : undefined;
  return lookUp(word, emotionOf, lexicon.endings);
}

/** Removes negations that negate nothing: "Isn't she a beauty?" and "Is ze niet prachtig?". */
function withoutAskedNegation(text: string): string {
  return (
    text
      .replaceAll("’", "'")
      // In "I never win anything but I love this", the negation does not apply to "love".
      .replace(
        /\b(anything|nothing) (?=but (?:i|i'm|i've|we|you|they|he|she|it|this|that|still)\b)/giu,
        "$1, ",
      )
      .replace(
        /(?<![, ])[, ]+(?:(?:is|are|was|were|do|does|did|has|have)n'?t (?:it|they|he|she|you|we)(?: \w+)?|vind(?:en)? (?:je|jullie|u) niet|niet ?waar|of niet)\s*\?+/giu,
        ".",
      )
      .replace(/(^|[.!?]\s*)(is|are|was|were|does|do|did|has|have)n'?t\b(?=[^.!?]*\?)/giu, "$1$2")
      .replace(
        /(^|[.!?]\s*)((?:is|zijn|was|waren|ziet|zien|staat|staan|lijkt|heeft|hebben)(?: [\p{L}']+){1,3}?) niet\b(?=[^.!?]*\?)/giu,
        "$1$2",
      )
  );
}

function sentimentOf(score: number): Feeling["sentiment"] {
  if (Math.abs(score) < abstainBelow) return "neutral";
  return score > 0 ? "positive" : "negative";
}

function strongest(emotions: ReadonlyMap<Emotion, number>, score: number): Feeling["emotion"] {
  let best: Feeling["emotion"];
  let most = 0;
  for (const [emotion, weight] of emotions) {
    if (emotion === "question" || weight <= most || isAgainst(emotion, score)) continue;
    best = emotion;
    most = weight;
  }
  return best;
}

function isAgainst(emotion: Emotion, score: number): boolean {
  const isDark = emotion === "anger" || emotion === "disappointment";
  return isDark ? score > neutralBelow : score < -neutralBelow;
}
