import { textConfidence } from "../journey/classify.ts";
import type { LoggedTouchpoint, TakenTouchpoint } from "../journey/person-state.ts";
import type { RuleKey } from "../journey/rules.ts";
import { cautionsAfter, noCautions, type Cautions } from "./cautions.ts";
import { addEvidence, pointsByRule, type FanScore } from "./fan-score.ts";
import { progressAfter, noProgress, type RecognitionProgress } from "./recognition-progress.ts";
import type { FanEvidence } from "./score.ts";
import type { Recognition } from "./shout-out.ts";
import { weighedBy } from "./weights.ts";

/**
 * Everything about a person's acts that the decision to thank them needs. Plain JSON of bounded size, stored
 * for each person.
 */
export interface FanState {
  readonly ever: FanScore;
  /** Evidence since the last thank-you. Null if there was none: the same as `ever`. */
  readonly since: FanScore | null;
  readonly acts: number;
  readonly lastAct: Act | null;
  readonly earning: RecognitionProgress;
  readonly cautions: Cautions;
}

interface Act {
  readonly id: string;
  /** In ms since the epoch. */
  readonly at: number;
}

export const newFan: FanState = {
  ever: {},
  since: null,
  acts: 0,
  lastAct: null,
  earning: noProgress,
  cautions: noCautions,
};

/** How a touchpoint was classified. */
type Ruled = Pick<TakenTouchpoint, "classification" | "usual" | "own">;

const contestShare = 0.2;

/** Returns the state after one touchpoint, which must not be older than the last. */
export function fanAfter(fan: FanState, touchpoint: LoggedTouchpoint, taken: Ruled): FanState {
  const cautions = cautionsAfter(fan.cautions, touchpoint, taken.usual);
  const { advocacyWeight } = taken.classification;
  if (advocacyWeight === 0) return { ...fan, cautions };
  const evidence = evidenceOf(touchpoint, taken);
  const { rule } = evidence;
  const at = evidence.at.getTime();
  const act = { id: touchpoint.id, at };
  return {
    ever: addEvidence(fan.ever, evidence),
    since: fan.since && addEvidence(fan.since, evidence),
    acts: fan.acts + 1,
    lastAct: act,
    earning: progressAfter(fan.earning, {
      rule,
      at,
      localDay: touchpoint.localDay,
      advocacyWeight,
    }),
    cautions,
  };
}

/** Returns the state after a thank-you, which covers everything before it. */
export function fanAfterThanks(fan: FanState, _thanks: Recognition): FanState {
  return { ...fan, since: {}, acts: 0, lastAct: null, earning: noProgress };
}

/** Returns the evidence since the last thank-you, or all if there was none. */
export function sinceThanked({ ever, since }: Pick<FanState, "ever" | "since">): FanScore {
  return since ?? ever;
}

/** Stored in place of a half-life to rank people whose stars contradict their complaint, the latest first. */
export const againstStars = 0;

/**
 * Returns `rank` and `rankEver` for each half-life: log2 of the points, as if they had been counted at the
 * beginning of 1970.
 */
export function ranksOf(
  fan: FanState,
  now: Date,
): { readonly halfLifeDays: number; readonly rank: number; readonly rankEver: number | null }[] {
  const { openComplaint } = fan.cautions;
  const total = byHalfLife(fan.ever, now);
  const fresh = fan.since ? byHalfLife(fan.since, now) : total;
  const ranks = [...total].map(([halfLifeDays, points]) => ({
    halfLifeDays,
    rank: rankOf(fresh.get(halfLifeDays) ?? 0, halfLifeDays, now) ?? lowest,
    rankEver: rankOf(points, halfLifeDays, now),
  }));
  if (!openComplaint?.isAgainstStars) return ranks;
  return [...ranks, { halfLifeDays: againstStars, rank: openComplaint.at / dayMs, rankEver: null }];
}

/** Returns the points that a rank stands for at `now`. */
export function pointsOfRank(rank: number, halfLifeDays: number, now: Date): number {
  return 2 ** (rank - now.getTime() / dayMs / halfLifeDays);
}

const dayMs = 86_400_000;
/** The rank without any points. */
const lowest = -1e9;

function byHalfLife(score: FanScore, now: Date): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { halfLifeDays, points } of pointsByRule(score, now)) {
    sums.set(halfLifeDays, (sums.get(halfLifeDays) ?? 0) + points);
  }
  return sums;
}

function rankOf(points: number, halfLifeDays: number, now: Date): number | null {
  return points > 0 ? Math.log2(points) + now.getTime() / dayMs / halfLifeDays : null;
}

export function evidenceOf(
  touchpoint: LoggedTouchpoint,
  { classification, own }: Ruled,
): FanEvidence {
  // The key may belong to one of the workspace's own rules, which no code names.
  const rule = classification.rule as RuleKey;
  return {
    touchpointId: touchpoint.id,
    rule,
    stageId: classification.stageId,
    weighed: weighedBy(classification, own),
    at: touchpoint.occurredAt,
    localDay: touchpoint.localDay,
    confidence: textConfidence(rule, touchpoint),
    uniqueness: touchpoint.isContest ? contestShare : 1,
  };
}
