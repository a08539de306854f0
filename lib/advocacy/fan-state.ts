import { textConfidence } from "../journey/classify.ts";
import type { LoggedTouchpoint } from "../journey/person-state.ts";
import { defaultRule, type RuleKey } from "../journey/rules.ts";
import { addEvidence, pointsByRule, type FanScore } from "./fan-score.ts";
import type { FanEvidence } from "./score.ts";
import type { Recognition } from "./shout-out.ts";

/**
 * All that a decision to thank somebody asks of what they did: plain JSON of bounded size, to be
 * stored beside the person.
 */
export interface FanState {
  readonly ever: FanScore;
  /** Since we last gave something back. */
  readonly since: FanScore;
  readonly acts: number;
  readonly firstAct: Act | null;
  readonly lastAct: Act | null;
  /** Instants in ms. */
  readonly complaintAt: number | null;
  readonly resolvedAt: number | null;
}

interface Act {
  readonly id: string;
  readonly at: number;
}

export const newFan: FanState = {
  ever: {},
  since: {},
  acts: 0,
  firstAct: null,
  lastAct: null,
  complaintAt: null,
  resolvedAt: null,
};

const contestShare = 0.2;

/** One touchpoint later, none older than what is there. */
export function fanAfter(
  fan: FanState,
  touchpoint: LoggedTouchpoint,
  rule: RuleKey,
  stageId: string | null,
): FanState {
  if (defaultRule(rule).advocacyWeight === 0) return fan;
  const evidence = evidenceOf(touchpoint, rule, stageId);
  const at = evidence.at.getTime();
  const act = { id: touchpoint.id, at };
  return {
    ever: addEvidence(fan.ever, evidence),
    since: addEvidence(fan.since, evidence),
    acts: fan.acts + 1,
    firstAct: fan.firstAct ?? act,
    lastAct: act,
    complaintAt: rule === "complaint" ? at : fan.complaintAt,
    resolvedAt: rule === "complaint-resolved" ? at : fan.resolvedAt,
  };
}

/** We gave something back: what they did until then has had its thanks. */
export function fanAfterThanks(fan: FanState, _thanks: Recognition): FanState {
  return { ...fan, since: {}, acts: 0, firstAct: null, lastAct: null };
}

/** `rank` and `rankEver` by half-life: log2 of the points, had they been counted at the beginning of 1970. */
export function ranksOf(
  { ever, since }: FanState,
  now: Date,
): { readonly halfLifeDays: number; readonly rank: number; readonly rankEver: number | null }[] {
  const [total, fresh] = [byHalfLife(ever, now), byHalfLife(since, now)];
  return [...total].map(([halfLifeDays, points]) => ({
    halfLifeDays,
    rank: rankOf(fresh.get(halfLifeDays) ?? 0, halfLifeDays, now) ?? lowest,
    rankEver: rankOf(points, halfLifeDays, now),
  }));
}

const dayMs = 86_400_000;
/** Of those who have no points. */
const lowest = -1e9;

function byHalfLife(score: FanScore, now: Date): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { rule, points } of pointsByRule(score, now)) {
    const { halfLifeDays } = defaultRule(rule);
    sums.set(halfLifeDays, (sums.get(halfLifeDays) ?? 0) + points);
  }
  return sums;
}

function rankOf(points: number, halfLifeDays: number, now: Date): number | null {
  return points > 0 ? Math.log2(points) + now.getTime() / dayMs / halfLifeDays : null;
}

export function evidenceOf(
  touchpoint: LoggedTouchpoint,
  rule: RuleKey,
  stageId: string | null,
): FanEvidence {
  return {
    touchpointId: touchpoint.id,
    rule,
    stageId,
    at: touchpoint.occurredAt,
    localDay: touchpoint.localDay,
    confidence: textConfidence(rule, touchpoint),
    uniqueness: touchpoint.isContest ? contestShare : 1,
  };
}
