import type { Touchpoint } from "../engagement/touchpoint.ts";
import type { Classification } from "./belief.ts";
import { isConsideringRule, ruleFor } from "./classify.ts";
import { advance, type FilterState, type Move, type Observation } from "./inference.ts";
import { rules } from "./rules.ts";
import { indexFor, type StageModel } from "./stage-model.ts";
import { historyOf, isRepeat, noPast, pastAfter, type Past } from "./touchpoint-history.ts";

/** A touchpoint with what the rules ask about the post it answers. */
export interface LoggedTouchpoint extends Touchpoint {
  readonly isAnswerToThanks: boolean;
}

export interface ManualChoice {
  readonly at: Date;
  readonly stageId: string;
}

/**
 * Everything that deriving a person's next touchpoint needs of what they did before: plain JSON of
 * bounded size. Touchpoints and choices are taken in `byTime`'s order, choices after touchpoints of
 * the same instant; one that comes late needs the state from before it. The whole log folded over
 * `take` and `choose` is what `readJourney` gives.
 */
export interface PersonState {
  readonly past: Past;
  /** Undefined until something is seen. */
  readonly filter?: FilterState;
}

export const newPerson: PersonState = { past: noPast };

export interface TakenTouchpoint {
  readonly state: PersonState;
  readonly classification: Classification;
  readonly moves: readonly Move[];
}

/** One touchpoint later. Costs the same for the ten-thousandth as for the first. */
export function take(
  model: StageModel,
  { past, filter }: PersonState,
  touchpoint: LoggedTouchpoint,
): TakenTouchpoint {
  const classification = classify(model, past, touchpoint);
  const observation = observationOf(model, touchpoint, classification, {
    isRepeat: isRepeat(past, touchpoint, classification.rule),
  });
  const step = advance(model, filter, observation);
  return {
    state: { past: pastAfter(past, touchpoint, classification.rule), filter: step.state },
    classification,
    moves: step.moves,
  };
}

/** One choice by hand later; a choice of a stage that is gone changes nothing. */
export function choose(
  model: StageModel,
  state: PersonState,
  { at, stageId }: ManualChoice,
): { readonly state: PersonState; readonly moves: readonly Move[] } {
  const stage = model.stages.findIndex(({ id }) => id === stageId);
  if (stage < 0) return { state, moves: [] };
  const step = advance(model, state.filter, {
    touchpointId: null,
    at,
    stage,
    strength: "definitive",
    isHalved: false,
    rule: "manual",
    isRepeat: false,
    isManual: true,
  });
  return { state: { past: state.past, filter: step.state }, moves: step.moves };
}

/** At one instant the network's own id decides: ours tells only in which order they arrived. */
export function byTime(a: Touchpoint, b: Touchpoint): number {
  const apart = a.occurredAt.getTime() - b.occurredAt.getTime();
  return apart || (placeOf(a) < placeOf(b) ? -1 : 1);
}

function placeOf({ channel, remoteId }: Touchpoint): string {
  return `${channel}/${remoteId}`;
}

function classify(model: StageModel, past: Past, touchpoint: LoggedTouchpoint): Classification {
  const history = historyOf(past, touchpoint);
  const key = ruleFor(touchpoint, history);
  const { stage, strength, advocacyWeight, halfLifeDays } = rules[key];
  return {
    id: touchpoint.id,
    workspaceId: touchpoint.workspaceId,
    stageId: stage === null ? null : (model.stages[indexFor(model, stage)]?.id ?? null),
    rule: key,
    strength,
    advocacyWeight,
    halfLifeDays,
    isHalved: history.isPastBuyer && isConsideringRule(key),
  };
}

function observationOf(
  model: StageModel,
  touchpoint: LoggedTouchpoint,
  { stageId, strength, isHalved, rule }: Classification,
  { isRepeat: isSaidBefore }: { readonly isRepeat: boolean },
): Observation {
  const stage = model.stages.findIndex(({ id }) => id === stageId);
  return {
    touchpointId: touchpoint.id,
    at: touchpoint.occurredAt,
    stage: stageId === null ? null : Math.max(0, stage),
    strength,
    isHalved,
    rule,
    isRepeat: isSaidBefore,
    isManual: false,
  };
}
