import type { Limits } from "../contract/limits.ts";

/**
 * Limits of Instagram posts. The second part of a thread is published as a comment. Instagram accepts JPEG
 * pictures with a ratio from 4:5 to 1.91:1; the ratio is not checked here.
 */
export const limits: Limits = {
  text: { max: 2_200, unit: "characters" },
  images: {
    max: 10,
    isNeeded: true,
    maxBytes: 8_000_000,
    maxSide: 1_440,
    altMax: 1_000,
    types: ["image/jpeg"],
    isFetched: true,
  },
  threadMax: 2,
};
