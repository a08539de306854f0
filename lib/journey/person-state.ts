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

/** A touchpoint, with what the rules need to know about the post that it answers. */
export interface LoggedTouchpoint extends Touchpoint {
  readonly isAnswerToThanks: boolean;
}

export interface ManualChoice {
  readonly at: Date;
  readonly stageId: string;
}

/**
 * What is needed of a person's past to derive the next touchpoint: plain JSON of bounded size. Touchpoints
 * come in the order of `byTime`, choices after touchpoints of the same instant; a late entry needs the state
 * from before it. Applying `take` and `choose` to the whole log gives the same as `readJourney`.
 */
export interface PersonState {
  readonly past: TouchpointPast;
  /** Undefined before the first touchpoint or choice. */
  readonly filter?: FilterState;
}

export const newPerson: PersonState = { past: noPast };

export interface TakenTouchpoint {
  readonly state: PersonState;
  readonly classification: Classification;
  /** The product's rule for it, also if one of the workspace's own rules applies. */
  readonly usual: RuleKey;
  /** The workspace's own rule that applies; undefined if none does. */
  readonly own: OwnRule | undefined;
  readonly moves: readonly Move[];
}

/** Returns the state after one touchpoint. Takes the same time however long the log is. */
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

/** Whether a return and a refund report the same order, which was taken back already. */
function isToldTwice(
  { takesBack }: Pick<Observation, "takesBack">,
  past: TouchpointPast,
  after: TouchpointPast,
): boolean {
  return takesBack && ordersKept(after) > 0 && ordersKept(after) === ordersKept(past);
}

/** Returns the state after a choice by hand. A choice of a stage that no longer exists changes nothing. */
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

/**
 * Compares touchpoints by time. At the same instant the channel and the network's id decide, because our ids
 * depend on the order of arrival.
 */
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
