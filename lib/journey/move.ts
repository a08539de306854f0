import type { Transition } from "./belief.ts";
import type { FilterState } from "./filter-state.ts";
import type { Observation } from "./observation.ts";
import type { StageModel } from "./stage-model.ts";

export interface Move {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly kind: Transition["kind"];
  readonly at: Date;
  readonly causeTouchpointId: string | null;
  readonly confidence: number;
  readonly isManual: boolean;
  readonly quietDays: number;
}

/** A state and the moves that led to it from the previous state, oldest first. */
export interface Step {
  readonly state: FilterState;
  readonly moves: readonly Move[];
}

/** Returns the kind of a move to the stage with index `to`. */
export function kindOf(
  { stages, reEntry }: StageModel,
  { shown, home }: FilterState,
  to: number,
): Move["kind"] {
  if (home === null) return "first";
  if (shown === null) return "re-enter";
  if (to > shown) return to === shown + 1 ? "forward" : "skip";
  const isLoop = stages[shown]?.isPostPurchase === true && to <= reEntry;
  return isLoop ? "loop" : "back";
}

/** Returns a move from the shown stage. `to` is null if the person leaves or is away. */
export function moveOf(
  { shown, belief }: FilterState,
  to: number | null,
  {
    cause,
    ...rest
  }: Pick<Move, "kind" | "at" | "quietDays"> & { readonly cause: Observation | null },
): Move {
  return {
    ...rest,
    from: shown ?? undefined,
    to: to ?? undefined,
    causeTouchpointId: cause?.touchpointId ?? null,
    confidence: to === null ? 1 : (belief[to] ?? 0),
    isManual: cause?.isManual ?? false,
  };
}
