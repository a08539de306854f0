import { sha256 } from "../../kernel/sha256.ts";
import { sureEnough } from "./calibration.ts";
import type { TextSignals } from "./text-signals.ts";
import { wordsOf } from "./words.ts";

/** Words that a member of the team has read, and what they are. */
export interface Corrected {
  readonly id: string;
  readonly text: string;
  readonly sentiment: TextSignals["sentiment"] | null;
  readonly isPraise: boolean;
}

/** How well it did on corrections that were kept aside while the others taught it. */
export interface OwnMeasured {
  readonly corrections: number;
  readonly praise: number;
  /** Kept aside and called praise for sure, and how many of those were. */
  readonly sure: number;
  readonly sureAndRight: number;
  /** Right often enough to be used. */
  readonly isUsed: boolean;
}

export interface OwnReader {
  readonly measured: OwnMeasured;
  /** How likely it is that this is praise; undefined where it is not used. */
  readonly read: (words: Pick<Corrected, "text" | "sentiment">) => number | undefined;
}

/** From here on it calls something praise, or, at the other end, none. */
export const ownSure = 0.9;
/** Fewer corrections than these, or than this of either kind, teach nothing. */
export const neededCorrections = 40;
const neededOfEach = 10;
const neededSure = 20;
const folds = 5;

/**
 * The workspace's own reading of words, learnt from its corrections: naive Bayes over the words and what
 * the lists say (Laplace's smoothing), so that what speaks for praise can be counted by hand. Each fifth
 * is read by what the other four taught; only where what it is sure of there was right 85 % of the time
 * is it used.
 */
export function learnFrom(corrections: readonly Corrected[]): OwnReader {
  const praise = corrections.filter(({ isPraise }) => isPraise).length;
  const isTaught =
    corrections.length >= neededCorrections &&
    praise >= neededOfEach &&
    corrections.length - praise >= neededOfEach;
  const read = isTaught ? readAside(corrections) : [];
  const sure = read.filter(({ probability }) => probability >= ownSure);
  const sureAndRight = sure.filter(({ isPraise }) => isPraise).length;
  const isUsed = sure.length >= neededSure && sureAndRight / sure.length >= sureEnough;
  const counts = countsOf(corrections);
  return {
    measured: {
      corrections: corrections.length,
      praise,
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
      .map((one) => ({ isPraise: one.isPraise, probability: probabilityOf(one, counts) }));
  }).flat();
}

interface Counts {
  /** By feature: in how many texts of either kind it stands. */
  readonly praise: ReadonlyMap<string, number>;
  readonly other: ReadonlyMap<string, number>;
  readonly texts: { readonly praise: number; readonly other: number };
}

function countsOf(corrections: readonly Corrected[]): Counts {
  const praise = new Map<string, number>();
  const other = new Map<string, number>();
  for (const correction of corrections) {
    const counts = correction.isPraise ? praise : other;
    for (const feature of featuresOf(correction))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const count = corrections.filter(({ isPraise }) => isPraise).length;
  return { praise, other, texts: { praise: count, other: corrections.length - count } };
}

/** Words that nobody has corrected a text with say nothing. */
function probabilityOf(words: Pick<Corrected, "text" | "sentiment">, counts: Counts): number {
  const { praise, other, texts } = counts;
  let odds = Math.log((texts.praise + 1) / (texts.other + 1));
  for (const feature of featuresOf(words)) {
    const [inPraise, inOther] = [praise.get(feature) ?? 0, other.get(feature) ?? 0];
    if (inPraise + inOther === 0) continue;
    odds += Math.log((inPraise + 1) / (texts.praise + 2));
    odds -= Math.log((inOther + 1) / (texts.other + 2));
  }
  return 1 / (1 + Math.exp(-odds));
}

function featuresOf({ text, sentiment }: Pick<Corrected, "text" | "sentiment">): Set<string> {
  return new Set([...wordsOf(text), `/${sentiment ?? "none"}`]);
}
