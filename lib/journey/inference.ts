import { meaningOf } from "../workspaces/stage.ts";
import type { BeliefReason } from "./belief.ts";
import { isFan, newState, type FilterState, type WithoutOrder } from "./filter-state.ts";
import { normalised, type Vector } from "./markov.ts";
import { kindOf, moveOf, type Move, type Step } from "./move.ts";
import type { Observation } from "./observation.ts";
import { lapse } from "./silence.ts";
import { stageEstimateOf, type Journey } from "./stage-estimate.ts";
import { indexFor, type StageModel } from "./stage-model.ts";

/** Likelihood ratio by strength of evidence: how much more likely it is in its stage than in any other. */
const likelihood = { weak: 5, medium: 25, strong: 100, definitive: 200 };
const hysteresis = 0.05;
const reasonsKept = 5;
/** How many of the latest orders can be taken back one by one. */
const ordersKept = 3;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * Returns one person's journey from all observations, oldest first: applies `advance` to each, then `lapse`.
 */
export function follow(
  model: StageModel,
  observations: readonly Observation[],
  now: Date,
): Journey | undefined {
  let state: FilterState | undefined;
  const moves: Move[] = [];
  for (const observation of observations) {
    const step = advance(model, state, observation);
    state = step.state;
    moves.push(...step.moves);
  }
  if (!state) return undefined;
  const last = lapse(model, state, now);
  return { ...stageEstimateOf(model, last.state), moves: [...moves, ...last.moves] };
}

/**
 * Returns the state after one observation, which must not be older than the state. The belief drifts with the
 * time passed and is multiplied by the evidence; the shown stage changes only by a clear margin. If the
 * silence before it was too long, the exit is a move of its own before it.
 */
export function advance(
  model: StageModel,
  before: FilterState | undefined,
  observation: Observation,
): Step {
  const start = before ?? newState(model, observation.at);
  const lapsed = lapse(model, start, observation.at);
  const at = observation.at.getTime();
  const quietDays = (at - start.at) / dayMs;
  const hours = Math.floor(at / hourMs) - Math.floor(start.at / hourMs);
  const state = {
    ...lapsed.state,
    belief: model.drift(start.belief, hours),
    withoutOrders: start.withoutOrders.map((one) => ({
      ...one,
      belief: model.drift(one.belief, hours),
    })),
    at,
  };
  const step = takeIn(model, state, observation, quietDays);
  return { state: step.state, moves: [...lapsed.moves, ...step.moves] };
}

function takeIn(
  model: StageModel,
  state: FilterState,
  observation: Observation,
  quietDays: number,
) {
  if (observation.takesBack) return takeBack(model, state, observation, quietDays);
  if (observation.stage === "left") return leave(state, observation, quietDays);
  if (observation.stage === "nowhere" || !isHeard(state, observation)) return { state, moves: [] };
  return see(model, state, observation, observation.stage, quietDays);
}

/**
 * Whether an observation counts. After a person left, only a sign stronger than weak that is no complaint
 * does.
 */
function isHeard({ hasLeft }: FilterState, { strength, isComplaint }: Observation): boolean {
  return !hasLeft || (strength !== "weak" && !isComplaint);
}

function leave(state: FilterState, cause: Observation, quietDays: number): Step {
  const left = { ...state, shown: null, hasLeft: true };
  if (state.shown === null) return { state: left, moves: [] };
  const exit = moveOf(state, null, { kind: "exit", at: cause.at, cause, quietDays });
  return { state: left, moves: [exit] };
}

/** Restores the belief from before the last order. A person without any remaining order has left. */
function takeBack(
  model: StageModel,
  state: FilterState,
  observation: Observation,
  quietDays: number,
): Step {
  const [last = withoutThis(state), ...withoutOrders] = state.withoutOrders;
  const without = { ...state, belief: last.belief, withoutOrders };
  if (!observation.isBuyer) return leave(without, observation, quietDays);
  // A person whom other evidence has moved to another stage since stays there.
  if (state.shown !== model.reEntry) return { state: without, moves: [] };
  const { isDeciding, shown } = last;
  const to = shown ?? indexFor(model, "consideration");
  return show(model, { ...without, isDeciding }, to, observation, quietDays);
}

function withoutThis({ belief, shown, isDeciding }: FilterState): WithoutOrder {
  return { belief, shown, isDeciding };
}

function see(
  model: StageModel,
  before: FilterState,
  observation: Observation,
  stage: number,
  quietDays: number,
): Step {
  const pulled = (belief: Vector) =>
    normalised(belief.map((value, at) => value * factor(model, before, observation, at)));
  const belief = pulled(before.belief);
  const withoutOrders =
    observation.side === "bought"
      ? [withoutThis(before), ...before.withoutOrders].slice(0, ordersKept)
      : before.withoutOrders.map((one) => ({ ...one, belief: pulled(one.belief) }));
  const state = {
    ...before,
    belief,
    withoutOrders,
    hasLeft: false,
    isDeciding: isDecidingAfter(before, observation),
    fanAt: isOfFan(model, observation, stage) ? before.at : before.fanAt,
    reasons: reasonsWith(model, before.reasons, observation, stage),
  };
  return show(model, state, stageToShow(model, state, observation, stage), observation, quietDays);
}

function show(
  model: StageModel,
  state: FilterState,
  to: number,
  cause: Observation,
  quietDays: number,
): Step {
  const after = { ...state, shown: to, home: to };
  if (to === state.shown) return { state: after, moves: [] };
  const kind = kindOf(model, state, to);
  return { state: after, moves: [moveOf(state, to, { kind, at: cause.at, cause, quietDays })] };
}

function isDecidingAfter({ isDeciding }: FilterState, { side, isHalved }: Observation): boolean {
  if (side === "bought") return false;
  return side === "deciding" && !isHalved ? true : isDeciding;
}

function isOfFan(
  { stages }: StageModel,
  { isKind, isManual }: Observation,
  stage: number,
): boolean {
  return meaningOf(stages[stage]?.key ?? "") === "advocacy" && (isManual || !isKind);
}

function factor(
  model: StageModel,
  state: FilterState,
  observation: Observation,
  stage: number,
): number {
  if (observation.isRepeat) return 1;
  if (saysNothingNew(model, state, observation)) return 1;
  const full = likelihood[observation.strength];
  if (!observation.isHalved) return stage === observation.stage ? full : 1;
  return stage === observation.stage || stage === model.reEntry ? Math.sqrt(full) : 1;
}

/**
 * Whether a casual act changes nothing: a fan's, or a buyer's that speaks for the first stage. Neither is a
 * step back.
 */
function saysNothingNew(
  model: StageModel,
  state: FilterState,
  { isKind, isBuyer, stage }: Observation,
): boolean {
  return isKind && (isFan(model, state) || (isBuyer && stage === 0));
}

/**
 * Returns the stage with the greatest belief among the shown stage and those that the observation speaks for,
 * if the margin is clear. Other stages are left out: a like does not make anybody a customer because time has
 * passed.
 */
function stageToShow(
  model: StageModel,
  state: FilterState,
  observation: Observation,
  stage: number,
): number {
  const { belief, shown, home } = state;
  if (observation.isManual) return stage;
  if (home === null) return stage;
  const before = shown ?? home;
  // An order shows the purchase, however strong the evidence for deciding was just before.
  if (observation.side === "bought" && before < stage) return stage;
  if (saysNothingNew(model, state, observation)) return before;
  const possible = observation.isHalved ? [stage, model.reEntry, before] : [stage, before];
  const likely = (one: number) => belief[one] ?? 0;
  const best = possible.reduce((a, b) => (likely(b) > likely(a) ? b : a));
  const isClear = shown === null || likely(best) - likely(shown) > hysteresis;
  return isClear ? best : shown;
}

function reasonsWith(
  model: StageModel,
  reasons: readonly BeliefReason[],
  { touchpointId, rule, at, isRepeat }: Observation,
  stage: number,
): readonly BeliefReason[] {
  const stageId = model.stages[stage]?.id;
  if (!touchpointId || !stageId || isRepeat) return reasons;
  return [...reasons, { touchpointId, stageId, rule, at: at.toISOString() }].slice(-reasonsKept);
}
