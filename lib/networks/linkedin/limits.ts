import type { Limits } from "../contract/limits.ts";

/**
 * Limits from LinkedIn's documentation (2026-08). A thread has one part: replies under a post are comments,
 * with another limit.
 */
export const limits: Limits = {
  text: { max: 3_000, unit: "characters" },
  images: { max: 20, maxBytes: 8_000_000, maxSide: 4_096, altMax: 1_000 },
  linkCard: "with-scheme",
  threadMax: 1,
  poll: {
    optionsMax: 4,
    optionLength: 30,
    minutesMin: 1_440,
    minutesMax: 20_160,
    hasMultiple: false,
    withImages: false,
  },
};

/** Text limit of a comment, in which nothing is escaped. */
export const commentLimit = { max: 1_250, unit: "characters" } as const;
