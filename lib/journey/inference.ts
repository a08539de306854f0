import type { BeliefReason, Classification, Transition } from "./belief.ts";
import { drift, normalised, type Vector } from "./markov.ts";
import type { StageModel } from "./stage-model.ts";

/** One touchpoint, or a person's own choice of stage, as the filter reads it. */
export interface Observation {
  readonly touchpointId: string | null;
  readonly at: Date;
  /** Null: they left. */
  readonly stage: number | null;
  readonly strength: Classification["strength"];
  /** A past buyer looking around: half of it counts to where the loop re-enters. */
  readonly isHalved: boolean;
  readonly rule: string;
  /** The same rule spoke earlier that day: they are here, but it says nothing new. */
  readonly isRepeat: boolean;
  readonly isManual: boolean;
}

/**
 * Where somebody stands after all that was seen of them so far. Plain JSON of bounded size, to be
 * stored beside the person: the next observation needs this and nothing of the log. Stages are
 * numbers of the template it was made with; when stages or rules change it is made anew.
 */
export interface FilterState {
  readonly belief: Vector;
  /** The last observation, ms. */
  readonly at: number;
  /** Null while away. */
  readonly shown: number | null;
  /** Where they were last seen, also while away; null before the first observation of a stage. */
  readonly home: number | null;
  /** The last few pieces of evidence, oldest first. */
  readonly reasons: readonly BeliefReason[];
}

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

/** A state and the moves that led to it from the one before, oldest first. */
export interface Step {
  readonly state: FilterState;
  readonly moves: readonly Move[];
}

/** What a state says of somebody. */
export interface Standing {
  readonly probabilities: Vector;
  /** Undefined while away. */
  readonly shown: number | undefined;
  readonly secondary: number | undefined;
  readonly isUnsure: boolean;
  readonly isAway: boolean;
  readonly lastTouchAt: Date;
  /** From when they count as away if nothing happens. */
  readonly lapsesAt: Date;
  /** Newest first. */
  readonly reasons: readonly BeliefReason[];
}

export interface Journey extends Standing {
  readonly moves: readonly Move[];
}

const likelihood = { weak: 2, medium: 5, strong: 20, definitive: 200 };
const hysteresis = 0.15;
const secondaryFrom = 0.25;
const unsureUnder = 0.5;
const lapseAfterDwells = 3;
const reasonsKept = 5;
const dayMs = 86_400_000;

/** Follows one person through all their observations, oldest first: a fold of `advance`, then `lapse`. */
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
  return { ...standingOf(model, last.state), moves: [...moves, ...last.moves] };
}

/**
 * One observation later, none older than the state: belief drifts with time, evidence pulls it, the
 * shown stage follows with some inertia. A silence that was too long is a move of its own before it.
 */
export function advance(
  model: StageModel,
  before: FilterState | undefined,
  observation: Observation,
): Step {
  const start = before ?? newState(model, observation.at);
  const lapsed = lapse(model, start, observation.at);
  const quietDays = (observation.at.getTime() - start.at) / dayMs;
  const state = {
    ...lapsed.state,
    belief: drift(start.belief, model.q, quietDays),
    at: observation.at.getTime(),
  };
  const step =
    observation.stage === null
      ? leave(state, observation, quietDays)
      : see(model, state, observation, quietDays);
  return { state: step.state, moves: [...lapsed.moves, ...step.moves] };
}

/** Counts them as away if they were silent for too long by `now`; doing it twice changes nothing. */
export function lapse(model: StageModel, state: FilterState, now: Date): Step {
  const lapsesAt = lapseOf(model, state);
  if (state.shown === null || now < lapsesAt) return { state, moves: [] };
  const quietDays = (lapsesAt.getTime() - state.at) / dayMs;
  const exit = moveOf(state, null, { kind: "exit", at: lapsesAt, cause: null, quietDays });
  return { state: { ...state, shown: null }, moves: [exit] };
}

export function standingOf(model: StageModel, state: FilterState): Standing {
  const best = state.shown ?? state.home ?? 0;
  const others = state.belief.map((value, stage) => (stage === best ? 0 : value));
  const second = others.indexOf(Math.max(...others));
  return {
    probabilities: state.belief,
    shown: state.shown ?? undefined,
    secondary: (others[second] ?? 0) >= secondaryFrom ? second : undefined,
    isUnsure: (state.belief[best] ?? 0) < unsureUnder,
    isAway: state.shown === null,
    lastTouchAt: new Date(state.at),
    lapsesAt: lapseOf(model, state),
    reasons: state.reasons.toReversed(),
  };
}

function newState(model: StageModel, at: Date): FilterState {
  return { belief: model.prior, at: at.getTime(), shown: null, home: null, reasons: [] };
}

/** Three median dwells after the last touch. */
function lapseOf(model: StageModel, { home, at }: FilterState): Date {
  const dwell = model.stages[home ?? 0]?.medianDwellDays ?? 30;
  return new Date(at + lapseAfterDwells * dwell * dayMs);
}

function leave(state: FilterState, cause: Observation, quietDays: number): Step {
  if (state.shown === null) return { state, moves: [] };
  const exit = moveOf(state, null, { kind: "exit", at: cause.at, cause, quietDays });
  return { state: { ...state, shown: null }, moves: [exit] };
}

function see(
  model: StageModel,
  before: FilterState,
  observation: Observation,
  quietDays: number,
): Step {
  const belief = normalised(
    before.belief.map((value, stage) => value * factor(observation, stage, model.reEntry)),
  );
  const state = { ...before, belief, reasons: reasonsWith(model, before.reasons, observation) };
  const to = stageToShow(state, observation);
  const after = { ...state, shown: to, home: to };
  if (to === state.shown) return { state: after, moves: [] };
  const { at } = observation;
  const kind = kindOf(model, state, to);
  return { state: after, moves: [moveOf(state, to, { kind, at, cause: observation, quietDays })] };
}

function factor(observation: Observation, stage: number, reEntry: number): number {
  const full = observation.isRepeat ? 1 : likelihood[observation.strength];
  if (!observation.isHalved) return stage === observation.stage ? full : 1;
  return stage === observation.stage || stage === reEntry ? Math.sqrt(full) : 1;
}

function stageToShow({ belief, shown }: FilterState, observation: Observation): number {
  const best = belief.indexOf(Math.max(...belief));
  if (observation.isManual && observation.stage !== null) return observation.stage;
  if (shown === null) return best;
  const lead = (belief[best] ?? 0) - (belief[shown] ?? 0);
  return lead > hysteresis ? best : shown;
}

function kindOf(
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

function moveOf(
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

function reasonsWith(
  model: StageModel,
  reasons: readonly BeliefReason[],
  { touchpointId, stage, rule, at, isRepeat }: Observation,
): readonly BeliefReason[] {
  const stageId = model.stages[stage ?? 0]?.id;
  if (!touchpointId || !stageId || isRepeat) return reasons;
  return [...reasons, { touchpointId, stageId, rule, at: at.toISOString() }].slice(-reasonsKept);
}
