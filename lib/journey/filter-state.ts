import { meaningOf } from "../workspaces/stage.ts";
import type { BeliefReason } from "./belief.ts";
import type { Vector } from "./markov.ts";
import type { StageModel } from "./stage-model.ts";

/** What would be believed had an order not been, and what was shown before it. */
export interface WithoutOrder extends Pick<FilterState, "belief" | "shown" | "isDeciding"> {}

/**
 * Where somebody stands after all that was seen of them so far. Plain JSON of bounded size, to be
 * stored beside the person: the next observation needs this and nothing of the log. Stages are
 * numbers of the template it was made with; when stages or rules change it is made anew.
 */
export interface FilterState {
  readonly belief: Vector;
  /** What would be believed without the last order, the last two, …: what a return goes back to. */
  readonly withoutOrders: readonly WithoutOrder[];
  /** The last observation, ms. */
  readonly at: number;
  /** Null while away. */
  readonly shown: number | null;
  /** Where they were last seen, also while away; null before the first observation of a stage. */
  readonly home: number | null;
  /** They said so, or took everything back: silence ends with any sign, this with a clear one. */
  readonly hasLeft: boolean;
  /** In the stage that stands for both: whether they look at buying, or bought. */
  readonly isDeciding: boolean;
  /** The last act of a fan, ms. */
  readonly fanAt: number | null;
  /** The last few pieces of evidence, oldest first. */
  readonly reasons: readonly BeliefReason[];
}

export function newState(model: StageModel, at: Date): FilterState {
  return {
    belief: model.prior,
    withoutOrders: [],
    at: at.getTime(),
    shown: null,
    home: null,
    hasLeft: false,
    isDeciding: false,
    fanAt: null,
    reasons: [],
  };
}

export function isFan({ stages }: StageModel, { shown }: FilterState): boolean {
  return shown !== null && meaningOf(stages[shown]?.key ?? "") === "advocacy";
}
