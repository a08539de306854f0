import { sha256 } from "../../kernel/sha256.ts";
import { sureEnough } from "./calibration.ts";
import type { TextSignals } from "./text-signals.ts";
import { wordsOf } from "./words.ts";

/** A text that a member of the team judged. */
export interface Corrected {
  readonly id: string;
  readonly text: string;
  readonly sentiment: TextSignals["sentiment"] | null;
  /** The text belongs to the class that is learnt: praise, or complaints. */
  readonly isPositive: boolean;
}

/** Result of cross-validation: each correction is read by what the others taught. */
export interface OwnMeasured {
  readonly corrections: number;
  /** Corrections that belong to the class. */
  readonly positive: number;
  /** Corrections read as surely in the class, and how many of them belong to it. */
  readonly sure: number;
  readonly sureAndRight: number;
  /** Correct often enough to be used. */
  readonly isUsed: boolean;
}

export interface OwnReader {
  readonly measured: OwnMeasured;
  /** Returns the probability that a text belongs to the class, 0–1. Undefined if the reader is not used. */
  readonly read: (words: Pick<Corrected, "text" | "sentiment">) => number | undefined;
}

/** From this probability on a text is surely in the class; up to 1 minus this, surely not. */
export const ownSure = 0.9;
/** The least number of corrections for learning, in total and for each of the two sides. */
export const neededCorrections = 40;
const neededOfEach = 10;
const neededSure = 20;
const folds = 5;

/**
 * Learns to recognise praise or complaints from the workspace's corrections: naive Bayes with Laplace
 * smoothing over the words and the sentiment of the lexicon. In five-fold cross-validation at least 20 texts
 * must be read as surely in the class, 85 % of them correctly, for the reader to be used.
 */
export function learnFrom(corrections: readonly Corrected[]): OwnReader {
  const positive = corrections.filter(({ isPositive }) => isPositive).length;
  const isTaught =
    corrections.length >= neededCorrections &&
    positive >= neededOfEach &&
    corrections.length - positive >= neededOfEach;
  const read = isTaught ? readAside(corrections) : [];
  const sure = read.filter(({ probability }) => probability >= ownSure);
  const sureAndRight = sure.filter(({ isPositive }) => isPositive).length;
  const isUsed = sure.length >= neededSure && sureAndRight / sure.length >= sureEnough;
  const counts = countsOf(corrections);
  return {
    measured: {
      corrections: corrections.length,
      positive,
      sure: sure.length,
      sureAndRight,
      isUsed,
    },
    read: (words) => (isUsed ? probabilityOf(words, counts) : undefined),
  };
}

function readAside(corrections: readonly Corrected[]) {
  const foldOf = ({ id }: Corrected) => Number.parseInt(sha256(id).slice(0, 6), 16) % folds;
  return Array.from({ length: folds }, (_nothing, fold) => {
    const counts = countsOf(corrections.filter((one) => foldOf(one) !== fold));
    return corrections
      .filter((one) => foldOf(one) === fold)
      .map((one) => ({ isPositive: one.isPositive, probability: probabilityOf(one, counts) }));
  }).flat();
}

interface Counts {
  /** By feature: the number of texts that have it, on each side. */
  readonly positive: ReadonlyMap<string, number>;
  readonly other: ReadonlyMap<string, number>;
  readonly texts: { readonly positive: number; readonly other: number };
}

function countsOf(corrections: readonly Corrected[]): Counts {
  const positive = new Map<string, number>();
  const other = new Map<string, number>();
  for (const correction of corrections) {
    const counts = correction.isPositive ? positive : other;
    for (const feature of featuresOf(correction))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const count = corrections.filter(({ isPositive }) => isPositive).length;
  return { positive, other, texts: { positive: count, other: corrections.length - count } };
}

/** Returns the probability of the class. Features that no correction has are ignored. */
function probabilityOf(words: Pick<Corrected, "text" | "sentiment">, counts: Counts): number {
  const { positive, other, texts } = counts;
  let odds = Math.log((texts.positive + 1) / (texts.other + 1));
  for (const feature of featuresOf(words)) {
    const [inPositive, inOther] = [positive.get(feature) ?? 0, other.get(feature) ?? 0];
    if (inPositive + inOther === 0) continue;
    odds += Math.log((inPositive + 1) / (texts.positive + 2));
    odds -= Math.log((inOther + 1) / (texts.other + 2));
  }
  return 1 / (1 + Math.exp(-odds));
}

function featuresOf({ text, sentiment }: Pick<Corrected, "text" | "sentiment">): Set<string> {
  return new Set([...wordsOf(text), `/${sentiment ?? "none"}`]);
}
