import type { Limits } from "../contract/limits.ts";

/** Limits from Meta's documentation of June 2026. An emoji counts as many characters as it has bytes. */
export const limits: Limits = {
  text: { max: 500, unit: "characters", hasEmojiBytes: true },
  linksMax: 5,
  images: {
    max: 20,
    maxBytes: 8_000_000,
    maxSide: 1_440,
    altMax: 1_000,
    types: ["image/jpeg", "image/png"],
    isFetched: true,
  },
  linkCard: "with-scheme",
  threadMax: 25,
};
