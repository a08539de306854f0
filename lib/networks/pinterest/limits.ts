import type { Limits } from "../contract/limits.ts";

/** By Pinterest's specification 5.23. A picture can travel inside the request, so it is kept small. */
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
