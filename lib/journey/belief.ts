import type { beliefs, classifications, transitions } from "./schema.ts";

export type Belief = typeof beliefs.$inferSelect;
export type Classification = typeof classifications.$inferSelect;
export type Transition = typeof transitions.$inferSelect;

/** One piece of evidence for the stage in which a person is shown. */
export interface BeliefReason {
  readonly touchpointId: string;
  readonly stageId: string;
  readonly rule: string;
  readonly at: string;
}
