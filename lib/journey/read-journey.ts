import type { Touchpoint } from "../engagement/touchpoint.ts";
import type { Stage } from "../workspaces/stage.ts";
import type { Classification } from "./belief.ts";
import { isConsideringRule, ruleFor, type History } from "./classify.ts";
import { follow, type Journey, type Observation } from "./inference.ts";
import { rules } from "./rules.ts";
import { indexFor, stageModel, type StageModel } from "./stage-model.ts";
import { TouchpointHistory } from "./touchpoint-history.ts";

/** A touchpoint with what the rules ask about the post it answers. */
export interface LoggedTouchpoint extends Touchpoint {
  readonly isAnswerToThanks: boolean;
}

export interface ManualChoice {
  readonly at: Date;
  readonly stageId: string;
}

export interface ReadJourney {
  readonly classifications: readonly Classification[];
  readonly journey: Journey | undefined;
}

/** Everything derived about one person, from their log alone: the order of arrival does not matter. */
export function readJourney(
  log: readonly LoggedTouchpoint[],
  choices: readonly ManualChoice[],
  stages: readonly Stage[],
  now: Date,
): ReadJourney {
  const model = stageModel(stages);
  const past = new TouchpointHistory();
  const read = log.toSorted(byTime).map((touchpoint) => {
    const classification = classificationOf(touchpoint, past.before(touchpoint), model);
    const isRepeat = past.add(touchpoint, classification.rule);
    return {
      classification,
      observation: observationOf(touchpoint, classification, isRepeat, model),
    };
  });
  const chosen = choices.flatMap((choice) => manualObservation(choice, model));
  const observations = [...read.map(({ observation }) => observation), ...chosen].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  return {
    classifications: read.map(({ classification }) => classification),
    journey: follow(model, observations, now),
  };
}

function classificationOf(
  touchpoint: LoggedTouchpoint,
  history: History,
  model: StageModel,
): Classification {
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
  touchpoint: LoggedTouchpoint,
  classification: Classification,
  isRepeat: boolean,
  model: StageModel,
): Observation {
  const stage = model.stages.findIndex(({ id }) => id === classification.stageId);
  return {
    touchpointId: touchpoint.id,
    at: touchpoint.occurredAt,
    stage: classification.stageId === null ? null : Math.max(0, stage),
    strength: classification.strength,
    isHalved: classification.isHalved,
    rule: classification.rule,
    isRepeat,
    isManual: false,
  };
}

function manualObservation({ at, stageId }: ManualChoice, model: StageModel): Observation[] {
  const stage = model.stages.findIndex(({ id }) => id === stageId);
  if (stage < 0) return [];
  const rest = {
    touchpointId: null,
    isHalved: false,
    rule: "manual",
    isRepeat: false,
    isManual: true,
  };
  return [{ ...rest, at, stage, strength: "definitive" as const }];
}

/** At one instant the network's own id decides: ours tells only in which order they arrived. */
function byTime(a: Touchpoint, b: Touchpoint): number {
  const apart = a.occurredAt.getTime() - b.occurredAt.getTime();
  return apart || (placeOf(a) < placeOf(b) ? -1 : 1);
}

function placeOf({ channel, remoteId }: Touchpoint): string {
  return `${channel}/${remoteId}`;
}
