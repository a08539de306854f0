import type { Classification } from "./belief.ts";

/** One touchpoint, or a person's own choice of stage, as the filter reads it. */
export interface Observation {
  readonly touchpointId: string | null;
  readonly at: Date;
  /** What it speaks for: a stage's index, that they left, or nothing but that they are here. */
  readonly stage: number | "left" | "nowhere";
  readonly strength: Classification["strength"];
  /** A past buyer looking around: half of it counts to where the loop re-enters. */
  readonly isHalved: boolean;
  readonly rule: string;
  /** The same rule spoke earlier that day: they are here, but it says nothing new. */
  readonly isRepeat: boolean;
  readonly isManual: boolean;
  /** Done in passing by somebody who is fond of us: no doubt of that. */
  readonly isKind: boolean;
  /** A complaint does not bring anybody back who left. */
  readonly isComplaint: boolean;
  /** What it says of the stage that deciding and buying may share. */
  readonly side: "deciding" | "bought" | null;
  /** The last order is taken back. */
  readonly takesBack: boolean;
  /** There is an order left that was not taken back. */
  readonly isBuyer: boolean;
}
