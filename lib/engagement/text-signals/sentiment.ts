import { readEmoji } from "./emoji.ts";
import type { Emotion, ReadyLexicon } from "./lexicon.ts";
import { clausesOf, lookUp, weightOf } from "./words.ts";

export interface Feeling {
  readonly sentiment: "positive" | "neutral" | "negative";
  /** 0–1: how often a text that looks like this is what we call it. */
  readonly confidence: number;
  readonly emotion: Exclude<Emotion, "question"> | undefined;
}

/** A negation turns what stands in the three words behind it. */
const negationWindow = 3;
/** Below this a text is neutral; between the two we abstain: neutral, and not sure of that. */
const abstainBelow = 0.42;
const neutralBelow = 0.2;
const damping = 6;
/** Whoever says thanks means thanks, however lovely they find it besides. */
const spokenOut = 2;

export function feelingOf(text: string, lexicon: ReadyLexicon): Feeling {
  const emotions = new Map<Emotion, number>();
  let positive = 0;
  let negative = 0;
  function count(weight: number, emotion: Emotion | undefined): void {
    if (weight > 0) positive += weight;
    else negative -= weight;
    if (!emotion) return;
    const told = Math.abs(weight) * (emotion === "gratitude" ? spokenOut : 1);
    emotions.set(emotion, (emotions.get(emotion) ?? 0) + told);
  }
  for (const clause of clausesOf(text, lexicon))
    clause.forEach((word, at) => {
      const weight = weightInPlace(clause, at, lexicon);
      if (weight !== 0) count(weight, emotionInPlace(word, weight, lexicon));
    });
  for (const [weight, emotion] of readEmoji(text)) if (weight !== 0) count(weight, emotion);

  const sum = (positive - negative) * (text.includes("!") ? 1.1 : 1);
  const score = sum / Math.sqrt(sum * sum + damping);
  return { ...judged(score, positive, negative), emotion: strongest(emotions, score) };
}

function weightInPlace(clause: readonly string[], at: number, lexicon: ReadyLexicon): number {
  const word = clause[at] ?? "";
  const base = weightOf(word, lexicon);
  if (base === undefined) return 0;
  const before = clause.slice(Math.max(0, at - negationWindow), at);
  const isNegated = before.some((earlier) => lexicon.negations.has(earlier));
  const last = before.at(-1) ?? "";
  const strengthened = lexicon.strengtheners.has(last) ? base * 1.3 : base;
  const weight = lexicon.softeners.has(last) ? strengthened * 0.6 : strengthened;
  // "Not great" is bad; "not bad" is only mildly good.
  if (isNegated) return weight > 0 ? weight * -0.7 : weight * -0.4;
  return weight;
}

/** A negated word no longer stands for its emotion. */
function emotionInPlace(
  word: string,
  weight: number,
  { emotionOf, weightOf: weights, lexicon }: ReadyLexicon,
): Emotion | undefined {
  const listed = lookUp(word, weights, lexicon.endings) ?? 0;
  if (listed * weight < 0) return weight < 0 ? "disappointment" : undefined;
  return lookUp(word, emotionOf, lexicon.endings);
}

function judged(score: number, positive: number, negative: number) {
  const size = Math.abs(score);
  if (size < neutralBelow) return { sentiment: "neutral", confidence: 0.6 } as const;
  if (size < abstainBelow) return { sentiment: "neutral", confidence: 0.4 } as const;
  const isMixed = Math.min(positive, negative) > 0;
  const confidence = Math.min(0.95, 0.35 + 0.6 * size) * (isMixed ? 0.8 : 1);
  return {
    sentiment: score > 0 ? "positive" : "negative",
    confidence: Math.round(confidence * 100) / 100,
  } as const;
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
