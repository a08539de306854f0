import type { BeliefReason } from "./belief.ts";
import type { FilterState } from "./filter-state.ts";
import type { Vector } from "./markov.ts";
import type { Move } from "./move.ts";
import { lapsesAtOf } from "./silence.ts";
import { indexFor, type StageModel } from "./stage-model.ts";

/** A person's stage according to a filter state. */
export interface StageEstimate {
  readonly probabilities: Vector;
  /** Index of the shown stage. Undefined while the person is away. */
  readonly shown: number | undefined;
  readonly secondary: number | undefined;
  readonly isUnsure: boolean;
  readonly isAway: boolean;
  readonly isDeciding: boolean;
  readonly lastTouchAt: Date;
  /**
   * When the state changes by itself if nothing happens: the person counts as away, or no longer as a fan.
   */
  readonly lapsesAt: Date;
  /** Newest first. */
  readonly reasons: readonly BeliefReason[];
}

export interface Journey extends StageEstimate {
  readonly moves: readonly Move[];
}

const secondaryFrom = 0.25;
const unsureUnder = 0.5;

export function stageEstimateOf(model: StageModel, state: FilterState): StageEstimate {
  const best = state.shown ?? state.home ?? 0;
  const others = state.belief.map((value, stage) => (stage === best ? 0 : value));
  const second = others.indexOf(Math.max(...others));
  return {
    probabilities: state.belief,
    shown: state.shown ?? undefined,
    secondary: (others[second] ?? 0) >= secondaryFrom ? second : undefined,
    isUnsure: (state.belief[best] ?? 0) < unsureUnder,
    isAway: state.shown === null,
    isDeciding: state.isDeciding && state.shown === indexFor(model, "decision"),
    lastTouchAt: new Date(state.at),
    lapsesAt: lapsesAtOf(model, state),
    reasons: state.reasons.toReversed(),
  };
}
