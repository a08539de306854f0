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

export interface Journey {
  readonly probabilities: Vector;
  /** Undefined while away. */
  readonly shown: number | undefined;
  readonly secondary: number | undefined;
  readonly isUnsure: boolean;
  readonly isAway: boolean;
  readonly lastTouchAt: Date;
  readonly lapsesAt: Date;
  readonly moves: readonly Move[];
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

const likelihood = { weak: 2, medium: 5, strong: 20, definitive: 200 };
const hysteresis = 0.15;
const secondaryFrom = 0.25;
const unsureUnder = 0.5;
const lapseAfterDwells = 3;
const reasonsKept = 5;
const dayMs = 86_400_000;

/**
 * Follows one person through their touchpoints, oldest first: belief drifts with time, evidence
 * pulls it, the shown stage follows with some inertia, and long silence counts as leaving.
 * `now` decides only whether they are away by now.
 */
export function follow(
  model: StageModel,
  observations: readonly Observation[],
  now: Date,
): Journey | undefined {
  const [first] = observations;
  if (!first) return undefined;
  const walker = new Walker(model, first.at);
  for (const observation of observations) walker.see(observation);
  walker.lapseBy(now);
  return walker.journey();
}

class Walker {
  private readonly model: StageModel;
  private belief: Vector;
  private at: Date;
  private shown: number | undefined;
  /** Where they were last seen, also while away. */
  private home: number | undefined;
  private readonly moves: Move[] = [];
  private readonly reasons: BeliefReason[] = [];

  constructor(model: StageModel, start: Date) {
    this.model = model;
    this.belief = model.prior;
    this.at = start;
  }

  see(observation: Observation): void {
    this.lapseBy(observation.at);
    const quietDays = daysBetween(this.at, observation.at);
    this.belief = drift(this.belief, this.model.q, quietDays);
    this.at = observation.at;
    if (observation.stage === null) return this.leave(observation, quietDays);
    this.belief = normalised(
      this.belief.map((value, stage) => value * factor(observation, stage, this.model.reEntry)),
    );
    this.remember(observation);
    const to = this.stageToShow(observation);
    if (to !== this.shown) this.move(to, observation, quietDays);
    this.home = to;
  }

  /** Counts as away from three median dwells after the last touch. */
  lapseBy(now: Date): void {
    const lapsesAt = this.lapsesAt();
    if (this.shown === undefined || now < lapsesAt) return;
    const quietDays = daysBetween(this.at, lapsesAt);
    this.push({ to: undefined, kind: "exit", at: lapsesAt, cause: null, quietDays });
    this.shown = undefined;
  }

  journey(): Journey {
    const best = this.shown ?? this.home ?? 0;
    const others = this.belief.map((value, stage) => (stage === best ? 0 : value));
    const second = others.indexOf(Math.max(...others));
    return {
      probabilities: this.belief,
      shown: this.shown,
      secondary: (others[second] ?? 0) >= secondaryFrom ? second : undefined,
      isUnsure: (this.belief[best] ?? 0) < unsureUnder,
      isAway: this.shown === undefined,
      lastTouchAt: this.at,
      lapsesAt: this.lapsesAt(),
      moves: this.moves,
      reasons: this.reasons.toReversed(),
    };
  }

  private lapsesAt(): Date {
    const dwell = this.model.stages[this.home ?? 0]?.medianDwellDays ?? 30;
    return new Date(this.at.getTime() + lapseAfterDwells * dwell * dayMs);
  }

  private leave(observation: Observation, quietDays: number): void {
    if (this.shown === undefined) return;
    this.push({ to: undefined, kind: "exit", at: observation.at, cause: observation, quietDays });
    this.shown = undefined;
  }

  private stageToShow(observation: Observation): number {
    const best = this.belief.indexOf(Math.max(...this.belief));
    if (observation.isManual && observation.stage !== null) return observation.stage;
    if (this.shown === undefined) return best;
    const lead = (this.belief[best] ?? 0) - (this.belief[this.shown] ?? 0);
    return lead > hysteresis ? best : this.shown;
  }

  private move(to: number, cause: Observation, quietDays: number): void {
    this.push({ to, kind: this.kindOf(to), at: cause.at, cause, quietDays });
    this.shown = to;
  }

  private kindOf(to: number): Move["kind"] {
    if (this.home === undefined) return "first";
    if (this.shown === undefined) return "re-enter";
    if (to > this.shown) return to === this.shown + 1 ? "forward" : "skip";
    const { stages, reEntry } = this.model;
    const isLoop = stages[this.shown]?.isPostPurchase === true && to <= reEntry;
    return isLoop ? "loop" : "back";
  }

  private push(move: {
    to: number | undefined;
    kind: Move["kind"];
    at: Date;
    cause: Observation | null;
    quietDays: number;
  }): void {
    this.moves.push({
      from: this.shown,
      to: move.to,
      kind: move.kind,
      at: move.at,
      causeTouchpointId: move.cause?.touchpointId ?? null,
      confidence: move.to === undefined ? 1 : (this.belief[move.to] ?? 0),
      isManual: move.cause?.isManual ?? false,
      quietDays: move.quietDays,
    });
  }

  private remember({ touchpointId, stage, rule, at, isRepeat }: Observation): void {
    const stageId = this.model.stages[stage ?? 0]?.id;
    if (!touchpointId || !stageId || isRepeat) return;
    this.reasons.push({ touchpointId, stageId, rule, at: at.toISOString() });
    if (this.reasons.length > reasonsKept) this.reasons.shift();
  }
}

function factor(observation: Observation, stage: number, reEntry: number): number {
  const full = observation.isRepeat ? 1 : likelihood[observation.strength];
  if (!observation.isHalved) return stage === observation.stage ? full : 1;
  return stage === observation.stage || stage === reEntry ? Math.sqrt(full) : 1;
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / dayMs;
}
