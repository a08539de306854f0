import type { Kind } from "./words.ts";

/** How somebody behaves; the mix is what real audiences show: most turn up once, a few stay. */
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
  /** How many they are; passers-by are whoever is left. */
  readonly count: number;
  /** How likely they are to react to a post, once here. */
  readonly activity: number;
  /** By which day, counted from the account's first post, the last of them has come. */
  readonly lastArrival: number;
  /** The share that follows. */
  readonly follows: number;
  /** Shares of what they do once they do something; what is left of 1 is a like. */
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
  // Once, when they are new.
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
  // Contests, and nothing else.
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
