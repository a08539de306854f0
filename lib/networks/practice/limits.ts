import type { Limits } from "../contract/limits.ts";

export const limits: Limits = {
  text: { max: 300, unit: "graphemes" },
  images: { max: 4, maxBytes: 2_000_000, maxSide: 2_000, altMax: 1_000 },
  threadMax: 25,
};
