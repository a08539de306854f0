import { meaningOf } from "../workspaces/stage.ts";
import type { BeliefReason } from "./belief.ts";
import type { Vector } from "./markov.ts";
import type { StageModel } from "./stage-model.ts";

/** The belief without an order, and what was shown before that order. */
export interface WithoutOrder extends Pick<FilterState, "belief" | "shown" | "isDeciding"> {}

/**
 * A person's stage after all observations so far. Plain JSON of bounded size, stored for each person, so that
 * the next observation is processed without reading the log. Stages are indexes into the stages it was made
 * with; it is derived anew when stages or rules change.
 */
export interface FilterState {
  readonly belief: Vector;
  /** The belief without the last order, without the last two, and so on: a return goes back to it. */
  readonly withoutOrders: readonly WithoutOrder[];
  /** Time of the last observation, in ms since the epoch. */
  readonly at: number;
  /** Index of the shown stage. Null while the person is away. */
  readonly shown: number | null;
  /**
   * Index of the stage last shown, also while the person is away. Null before the first observation of a
   * stage.
   */
  readonly home: number | null;
  /**
   * The person declined or unsubscribed, or returned what was bought and has no order left. Only a sign
   * stronger than weak that is no complaint brings the person back; after mere silence any sign of a stage
   * does.
   */
  readonly hasLeft: boolean;
  /**
   * Evidence of deciding came since the last purchase. Tells the two apart where one stage stands for both.
   */
  readonly isDeciding: boolean;
  /** Time of the last act that only a fan does, in ms since the epoch. Null if there is none. */
  readonly fanAt: number | null;
  /** The latest pieces of evidence, oldest first. */
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
