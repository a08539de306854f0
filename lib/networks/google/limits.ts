import type { Limits } from "../contract/limits.ts";

/** Limits from Google's documentation of 2026: one photo, fetched from a public address, without alt text. */
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

/** Maximum size of a reply to a review, in bytes of UTF-8. */
export const replyBytes = 4_096;
