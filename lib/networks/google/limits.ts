import type { Limits } from "../contract/limits.ts";

/** By Google's documentation of 2026: one photo, fetched from an address of ours, and no description of it. */
export const limits: Limits = {
  text: { max: 1_500, unit: "characters" },
  images: {
    max: 1,
    maxBytes: 5_000_000,
    maxSide: 2_000,
    altMax: 1_000,
    hasNoAlt: true,
    types: ["image/jpeg", "image/png"],
    isFetched: true,
  },
  threadMax: 1,
};

/** Of an answer to a review, in UTF-8. */
export const replyBytes = 4_096;
