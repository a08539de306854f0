import type { Limits } from "../contract/limits.ts";

/** From the lexicons app.bsky.feed.post and app.bsky.embed.images (August 2026). */
export const limits: Limits = {
  text: { max: 300, unit: "graphemes", maxBytes: 3000 },
  images: { max: 4, maxBytes: 2_000_000, maxSide: 2000, altMax: 2000 },
  linkCard: "bare-too",
  threadMax: 25,
};
