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
 * All that a decision to thank somebody asks of what they did: plain JSON of bounded size, to be
 * stored beside the person.
 */
export interface FanState {
  readonly ever: FanScore;
  /** Since we last gave something back; null where we never did: the same as `ever`. */
  readonly since: FanScore | null;
  readonly acts: number;
  readonly lastAct: Act | null;
  readonly earning: RecognitionProgress;
  readonly cautions: Cautions;
}

interface Act {
  readonly id: string;
  /** In ms. */
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

/** What a touchpoint was taken for. */
type Ruled = Pick<TakenTouchpoint, "classification" | "usual" | "own">;

const contestShare = 0.2;

/** One touchpoint later, none older than what is there. */
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

/** We gave something back: what they did until then has had its thanks. */
export function fanAfterThanks(fan: FanState, _thanks: Recognition): FanState {
  return { ...fan, since: {}, acts: 0, lastAct: null, earning: noProgress };
}

/** What they did since we last gave something back, or ever. */
export function sinceThanked({ ever, since }: Pick<FanState, "ever" | "since">): FanScore {
  return since ?? ever;
}

/** Stands among the half-lives for those whose stars say the opposite of their words, the last first. */
export const againstStars = 0;

/** `rank` and `rankEver` by half-life: log2 of the points, had they been counted at the beginning of 1970. */
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

/** Points that a rank stands for at an instant. */
export function pointsOfRank(rank: number, halfLifeDays: number, now: Date): number {
  return 2 ** (rank - now.getTime() / dayMs / halfLifeDays);
}

const dayMs = 86_400_000;
/** Of those who have no points. */
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
  // One of the product's rules, or of the workspace's own: those nobody asks by name.
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
