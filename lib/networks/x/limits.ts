import type { Limits } from "../contract/limits.ts";
import "../contract/weighted.ts";

/** From X's documentation (August 2026), for accounts without Premium. */
export const limits: Limits = {
  text: { max: 280, unit: "weighted" },
  images: { max: 4, maxBytes: 5_000_000, maxSide: 4_096, altMax: 1_000 },
  linkCard: "bare-too",
  threadMax: 25,
  poll: {
    optionsMax: 4,
    optionLength: 25,
    minutesMin: 5,
    minutesMax: 10_080,
    hasMultiple: false,
    withImages: false,
  },
};
