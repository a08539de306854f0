import type { beliefs, classifications, transitions } from "./schema.ts";

export type Belief = typeof beliefs.$inferSelect;
export type Classification = typeof classifications.$inferSelect;
export type Transition = typeof transitions.$inferSelect;

/** One line of why a person is shown in a stage. */
export interface BeliefReason {
  readonly touchpointId: string;
  readonly stageId: string;
  readonly rule: string;
  readonly at: string;
}
