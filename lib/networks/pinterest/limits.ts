import type { Limits } from "../contract/limits.ts";

/**
 * Limits from Pinterest's specification 5.23. Pictures are kept small because they may be sent inside the
 * request.
 */
export const limits: Limits = {
  text: { max: 800, unit: "characters" },
  images: {
    max: 5,
    isNeeded: true,
    maxBytes: 1_200_000,
    maxSide: 1_800,
    altMax: 500,
    types: ["image/jpeg", "image/png"],
  },
  threadMax: 1,
};
