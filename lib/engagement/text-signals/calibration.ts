import type { Feeling } from "./sentiment.ts";

/** From this confidence on, praise counts without a person reading it first. Below it, a person is asked. */
export const sureEnough = 0.85;

type Steps = readonly (readonly [from: number, share: number])[];

/**
 * From each score on, how often a text is read correctly: the mean of labelled lines that nothing was tuned
 * on and of 2,000 public tweets, which are harder than what people write to a shop. Ironic lines count as
 * wrong. The counts are in `docs/text-signals.md`.
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
/** Hardly any feeling: neutral, which is correct more often than not. */
const neutral = 0.6;
/** Some feeling, but too little to say which. */
const abstained = 0.4;

/** Returns how often a text with this score is read correctly, 0–1. */
export function calibrated({ score }: Pick<Feeling, "score">): number {
  const size = Math.abs(score);
  const share = (score > 0 ? praise : complaint).find(([from]) => size >= from)?.[1];
  return share ?? (size < leastFeeling ? neutral : abstained);
}

const leastFeeling = 0.2;
