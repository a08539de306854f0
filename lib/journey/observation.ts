import type { Classification } from "./belief.ts";

/** One touchpoint, or a stage chosen by hand, as input of the filter. */
export interface Observation {
  readonly touchpointId: string | null;
  readonly at: Date;
  /**
   * The index of the stage that it is evidence for; `left` if the person leaves; `nowhere` if it only shows
   * activity.
   */
  readonly stage: number | "left" | "nowhere";
  readonly strength: Classification["strength"];
  /**
   * A past buyer considers or decides again: the evidence is split between its stage and the stage of
   * re-entry.
   */
  readonly isHalved: boolean;
  readonly rule: string;
  /** The same rule applied earlier that local day: it shows activity, but is no new evidence. */
  readonly isRepeat: boolean;
  readonly isManual: boolean;
  /** A casual friendly act (`isKind` in rules.ts): never evidence against being a fan. */
  readonly isKind: boolean;
  /** A complaint, which does not bring back a person who left. */
  readonly isComplaint: boolean;
  /**
   * Evidence of deciding or of buying, to tell them apart where one stage stands for both. Null for other
   * stages.
   */
  readonly side: "deciding" | "bought" | null;
  /** The last order was returned. */
  readonly takesBack: boolean;
  /** The person has at least one order that was not returned. */
  readonly isBuyer: boolean;
}
