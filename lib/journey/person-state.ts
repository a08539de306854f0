import type { Touchpoint } from "../engagement/touchpoint.ts";
import type { OwnRule, RuleStage } from "../workspaces/journey-settings.ts";
import { meaningOf } from "../workspaces/stage.ts";
import type { Classification } from "./belief.ts";
import { isConsidering, ruleFor } from "./classify.ts";
import type { FilterState } from "./filter-state.ts";
import { advance } from "./inference.ts";
import type { Move } from "./move.ts";
import type { Observation } from "./observation.ts";
import { ownRuleFor } from "./own-rule.ts";
import { isFact, isKind, ruleOf, type RuleKey } from "./rules.ts";
import { indexFor, type StageModel } from "./stage-model.ts";
import {
  historyOf,
  isRepeat,
  noPast,
  ordersKept,
  pastAfter,
  type History,
  type TouchpointPast,
} from "./touchpoint-history.ts";

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
  readonly past: TouchpointPast;
  /** Undefined until something is seen. */
  readonly filter?: FilterState;
}

export const newPerson: PersonState = { past: noPast };

export interface TakenTouchpoint {
  readonly state: PersonState;
  readonly classification: Classification;
  /** What the product makes of it, whatever rule of the workspace's own it falls under. */
  readonly usual: RuleKey;
  /** The workspace's own rule that it falls under. */
  readonly own: OwnRule | undefined;
  readonly moves: readonly Move[];
}

/** One touchpoint later. Costs the same for the ten-thousandth as for the first. */
export function take(
  model: StageModel,
  { past, filter }: PersonState,
  touchpoint: LoggedTouchpoint,
): TakenTouchpoint {
  const history = historyOf(past, touchpoint, model.quietBuyerDays);
  const usual = ruleFor(touchpoint, history);
  const own = isFact(usual) ? undefined : ownRuleFor(model.own, touchpoint, history);
  const rule = own?.key ?? usual;
  const classification = classificationOf(model, touchpoint, rule, history);
  const after = pastAfter(past, touchpoint, rule);
  if (rule === "contest" && filter)
    return { state: { past: after, filter }, classification, usual, own, moves: [] };
  const observation = observationOf(model, touchpoint, rule, classification.isHalved);
  const step = advance(model, filter, {
    ...observation,
    ...(isToldTwice(observation, past, after) && { stage: "nowhere", takesBack: false }),
    isRepeat: isRepeat(past, touchpoint, rule),
    isBuyer: ordersKept(after) > 0,
  });
  const { state, moves } = step;
  return { state: { past: after, filter: state }, classification, usual, own, moves };
}

/** The refund of what was sent back, or the other way round: the order is taken back already. */
function isToldTwice(
  { takesBack }: Pick<Observation, "takesBack">,
  past: TouchpointPast,
  after: TouchpointPast,
): boolean {
  return takesBack && ordersKept(after) > 0 && ordersKept(after) === ordersKept(past);
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
    isKind: false,
    isComplaint: false,
    side: null,
    takesBack: false,
    isBuyer: ordersKept(state.past) > 0,
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

function classificationOf(
  model: StageModel,
  { id, workspaceId }: LoggedTouchpoint,
  key: string,
  { isPastBuyer, isQuietBuyer }: History,
): Classification {
  const { stage, strength, advocacyWeight, halfLifeDays } = ruleOf(model, key);
  const isNowhere = stage === "left" || stage === "nowhere";
  return {
    id,
    workspaceId,
    stageId: isNowhere ? null : (model.stages[indexFor(model, stage)]?.id ?? null),
    rule: key,
    strength,
    advocacyWeight,
    halfLifeDays,
    isHalved: isPastBuyer && !isQuietBuyer && isConsidering(stage),
  };
}

function observationOf(
  model: StageModel,
  { id, occurredAt }: LoggedTouchpoint,
  key: string,
  isHalved: boolean,
): Omit<Observation, "isRepeat" | "isBuyer"> {
  const { stage, strength } = ruleOf(model, key === "contest" ? "like" : key);
  return {
    touchpointId: id,
    at: occurredAt,
    stage: stage === "left" || stage === "nowhere" ? stage : indexFor(model, stage),
    strength,
    isHalved,
    rule: key,
    isManual: false,
    isKind: isKind(key),
    isComplaint: key === "complaint",
    side: sideOf(stage),
    takesBack: key === "return",
  };
}

function sideOf(stage: RuleStage): Observation["side"] {
  const meaning = meaningOf(stage);
  if (meaning === "decision") return "deciding";
  return meaning === "purchase" ? "bought" : null;
}
