import type { Limits } from "../contract/limits.ts";

/** Limits of a page's posts. The second part of a thread is published as a comment under the post. */
export const limits: Limits = {
  text: { max: 63_206, unit: "characters" },
  images: {
    max: 10,
    maxBytes: 4_000_000,
    maxSide: 2_048,
    altMax: 1_000,
    types: ["image/jpeg", "image/png"],
  },
  linkCard: "with-scheme",
  threadMax: 2,
};

export const commentLimit = { max: 8_000, unit: "characters" } as const;
