import type { Kind } from "./words.ts";

/** A kind of behaviour. The numbers follow real audiences: most people react once, a few stay. */
export type Part =
  | "loyal"
  | "asker"
  | "helper"
  | "complainer"
  | "returner"
  | "hunter"
  | "regular"
  | "passer-by";

interface Habits {
  /** Number of members; all others are passers-by. */
  readonly count: number;
  /** Probability of a reaction to a post, after arrival. */
  readonly activity: number;
  /** The day, counted from the account's first post, by which all of them have arrived. */
  readonly lastArrival: number;
  /** The share that follows the account. */
  readonly follows: number;
  /** Shares of the kinds of reaction; the rest up to 1 are likes. */
  readonly mix: readonly (readonly [Kind | "repost", number])[];
}

export const parts: Readonly<Record<Part, Habits>> = {
  loyal: {
    count: 6,
    activity: 0.45,
    lastArrival: 25,
    follows: 1,
    mix: [
      ["praise", 0.12],
      ["repost", 0.16],
      ["mention", 0.2],
      ["photo", 0.12],
      ["review", 0.1],
      ["quote", 0.06],
    ],
  },
  asker: {
    count: 8,
    activity: 0.1,
    lastArrival: 60,
    follows: 0.5,
    mix: [
      ["question", 0.7],
      ["praise", 0.1],
    ],
  },
  helper: { count: 2, activity: 0.25, lastArrival: 10, follows: 1, mix: [["praise", 0.2]] },
  // The first reaction is a complaint; later ones are likes.
  complainer: { count: 2, activity: 0.04, lastArrival: 70, follows: 0.5, mix: [] },
  returner: {
    count: 6,
    activity: 0.3,
    lastArrival: 6,
    follows: 1,
    mix: [
      ["question", 0.6],
      ["praise", 0.1],
    ],
  },
  // Hunters react only to contests.
  hunter: { count: 5, activity: 0.9, lastArrival: 0, follows: 0.8, mix: [] },
  regular: {
    count: 20,
    activity: 0.5,
    lastArrival: 40,
    follows: 0.6,
    mix: [
      ["praise", 0.14],
      ["repost", 0.08],
      ["question", 0.08],
      ["mention", 0.03],
      ["review", 0.03],
    ],
  },
  "passer-by": {
    count: 0,
    activity: 0.008,
    lastArrival: 100,
    follows: 0.3,
    mix: [
      ["question", 0.1],
      ["praise", 0.08],
      ["review", 0.03],
      ["sour-review", 0.02],
      ["repost", 0.05],
    ],
  },
};
