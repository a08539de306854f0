import { isFan, type FilterState } from "./filter-state.ts";
import { moveOf, type Step } from "./move.ts";
import { indexFor, type StageModel } from "./stage-model.ts";

const dayMs = 86_400_000;

/**
 * Returns the state after the time until `now`; applying it twice changes nothing. A person who did nothing
 * for `silenceDays` is away. A fan who is active, but did nothing that only a fan does for as long, is shown
 * in the stage for retention.
 */
export function lapse(model: StageModel, state: FilterState, now: Date): Step {
  const faded = fade(model, state, now);
  const lapsesAt = awayAt(model, faded.state);
  if (faded.state.shown === null || now < lapsesAt) return faded;
  const quietDays = (lapsesAt.getTime() - state.at) / dayMs;
  const exit = moveOf(faded.state, null, { kind: "exit", at: lapsesAt, cause: null, quietDays });
  return { state: { ...faded.state, shown: null }, moves: [...faded.moves, exit] };
}

function fade(model: StageModel, state: FilterState, now: Date): Step {
  const fadesAt = fadesAtOf(model, state);
  const to = indexFor(model, "retention");
  if (!fadesAt || fadesAt > now || state.shown === null) return { state, moves: [] };
  const quietDays = model.silenceDays;
  const back = moveOf(state, to, { kind: "back", at: fadesAt, cause: null, quietDays });
  return { state: { ...state, shown: to, home: to, fanAt: null }, moves: [back] };
}

/**
 * Returns when a fan is no longer shown as one. Undefined if the person counts as away first, is no fan, or
 * the stages have none for retention beside the fans'.
 */
function fadesAtOf(model: StageModel, state: FilterState): Date | undefined {
  const { shown, fanAt, at } = state;
  const isAnotherStage = shown !== null && indexFor(model, "retention") !== shown;
  if (fanAt === null || fanAt >= at || !isFan(model, state) || !isAnotherStage) return undefined;
  return new Date(fanAt + model.silenceDays * dayMs);
}

/** Returns when the state changes by itself if nothing happens. */
export function lapsesAtOf(model: StageModel, state: FilterState): Date {
  return fadesAtOf(model, state) ?? awayAt(model, state);
}

function awayAt({ silenceDays }: StageModel, { at }: FilterState): Date {
  return new Date(at + silenceDays * dayMs);
}
