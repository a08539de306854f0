import type { Feeling } from "./sentiment.ts";

/**
 * Where words are right this often, praise counts as praise without anybody reading it first. Below,
 * a person is asked.
 */
export const sureEnough = 0.85;

type Steps = readonly (readonly [from: number, share: number])[];

/**
 * From how much feeling on a text is right how often: the mean of what was counted on labelled lines
 * that were not tuned on and on 2,000 public tweets, which are harder than what people write to a
 * shop. Lines meant ironically count as wrong. `docs/text-signals.md` has the counts.
 */
const praise: Steps = [
  [0.91, 0.96],
  [0.83, 0.94],
  [0.75, 0.87],
  [0.67, 0.78],
  [0.58, 0.76],
  [0.5, 0.7],
  [0.42, 0.6],
];
const complaint: Steps = [
  [0.91, 0.9],
  [0.83, 0.86],
  [0.75, 0.77],
  [0.67, 0.74],
  [0.58, 0.7],
  [0.5, 0.62],
  [0.42, 0.5],
];
/** Hardly any feeling: neutral, and that is right more often than not. */
const neutral = 0.6;
/** Some feeling, too little to say which: we abstain. */
const abstained = 0.4;

/** 0–1: how often a text that looks like this is what we call it. */
export function calibrated({ score }: Pick<Feeling, "score">): number {
  const size = Math.abs(score);
  const share = (score > 0 ? praise : complaint).find(([from]) => size >= from)?.[1];
  return share ?? (size < leastFeeling ? neutral : abstained);
}

const leastFeeling = 0.2;
