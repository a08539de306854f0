import type { Classification } from "./belief.ts";
import type { Move } from "./move.ts";
import {
  byTime,
  choose,
  newPerson,
  take,
  type LoggedTouchpoint,
  type ManualChoice,
} from "./person-state.ts";
import { lapse } from "./silence.ts";
import { stageEstimateOf, type Journey } from "./stage-estimate.ts";
import type { StageModel } from "./stage-model.ts";

export interface ReadJourney {
  readonly classifications: readonly Classification[];
  readonly journey: Journey | undefined;
}

/** Returns everything derived about one person from the log alone. The order of arrival does not matter. */
export function readJourney(
  log: readonly LoggedTouchpoint[],
  choices: readonly ManualChoice[],
  model: StageModel,
  now: Date,
): ReadJourney {
  let state = newPerson;
  const classifications: Classification[] = [];
  const moves: Move[] = [];
  for (const next of inOrder(log, choices)) {
    if ("stageId" in next) {
      const chosen = choose(model, state, next);
      state = chosen.state;
      moves.push(...chosen.moves);
      continue;
    }
    const taken = take(model, state, next);
    state = taken.state;
    classifications.push(taken.classification);
    moves.push(...taken.moves);
  }
  if (!state.filter) return { classifications, journey: undefined };
  const last = lapse(model, state.filter, now);
  const journey = { ...stageEstimateOf(model, last.state), moves: [...moves, ...last.moves] };
  return { classifications, journey };
}

function inOrder(log: readonly LoggedTouchpoint[], choices: readonly ManualChoice[]) {
  const at = (one: LoggedTouchpoint | ManualChoice) =>
    ("stageId" in one ? one.at : one.occurredAt).getTime();
  return [...log.toSorted(byTime), ...choices].toSorted((a, b) => at(a) - at(b));
}
