import { sha256 } from "../../kernel/sha256.ts";
import { sureEnough } from "./calibration.ts";
import type { TextSignals } from "./text-signals.ts";
import { wordsOf } from "./words.ts";

/** Words that a member of the team has read, and whether they are what is being learnt. */
export interface Corrected {
  readonly id: string;
  readonly text: string;
  readonly sentiment: TextSignals["sentiment"] | null;
  /** They are what is being learnt: praise, or a complaint. */
  readonly isPositive: boolean;
}

/** How well it did on corrections that were kept aside while the others taught it. */
export interface OwnMeasured {
  readonly corrections: number;
  /** Of them, those that are what is learnt. */
  readonly positive: number;
  /** Kept aside and called so for sure, and how many of those were. */
  readonly sure: number;
  readonly sureAndRight: number;
  /** Right often enough to be used. */
  readonly isUsed: boolean;
}

export interface OwnReader {
  readonly measured: OwnMeasured;
  /** How likely it is that this is praise, or a complaint; undefined where it is not used. */
  readonly read: (words: Pick<Corrected, "text" | "sentiment">) => number | undefined;
}

/** From here on it calls words what it learnt, or, at the other end, none of it. */
export const ownSure = 0.9;
/** Fewer corrections than these, or than this of either kind, teach nothing. */
export const neededCorrections = 40;
const neededOfEach = 10;
const neededSure = 20;
const folds = 5;

/**
 * The workspace's own reading of words, learnt from its corrections: naive Bayes over the words and what
 * the lists say (Laplace's smoothing), so that what speaks for it can be counted by hand. Each fifth
 * is read by what the other four taught; only where what it is sure of there was right 85 % of the time
 * is it used.
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
  /** By feature: in how many texts of either kind it stands. */
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

/** Words that nobody has corrected a text with say nothing. */
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
