import type { RuleKey } from "../journey/rules.ts";
import type { FanEvidence } from "./score.ts";
import type { ScoreLine } from "./shout-out.ts";
import { weightsOf, type Weighed } from "./weights.ts";

/**
 * All evidence of somebody as far as the score needs it: for each rule what is left of the days that
 * are over, and the day under way. Plain JSON of bounded size; adding to it costs the same however
 * much there is. Fading multiplies everything alike, so what is left at one instant says it for all.
 */
export type FanScore = Readonly<Partial<Record<RuleKey, RuleScore>>>;

interface RuleScore {
  readonly stageId: string | null;
  readonly weighed?: Weighed | undefined;
  readonly count: number;
  /** Instants in ms. */
  readonly newestAt: number;
  /** Points of the days that are over, as they are at `newestAt`. */
  readonly earlier: number;
  readonly day: {
    readonly localDay: string;
    readonly count: number;
    /** Confidence times uniqueness, added up. */
    readonly worth: number;
    readonly newestAt: number;
  };
}

const dayMs = 86_400_000;

/** With one more piece of evidence, none older than what is there. */
export function addEvidence(score: FanScore, evidence: FanEvidence): FanScore {
  const { rule, stageId, localDay, weighed } = evidence;
  const known = score[rule];
  const at = evidence.at.getTime();
  const worth = evidence.confidence * evidence.uniqueness;
  const isSameDay = known?.day.localDay === localDay;
  const day = isSameDay
    ? { localDay, count: known.day.count + 1, worth: known.day.worth + worth, newestAt: at }
    : { localDay, count: 1, worth, newestAt: at };
  const next: RuleScore = {
    stageId,
    ...(weighed && { weighed }),
    count: (known?.count ?? 0) + 1,
    newestAt: at,
    earlier: known ? earlierAt(weightsOf(rule, weighed), known, at, isSameDay) : 0,
    day,
  };
  return { ...score, [rule]: next };
}

export interface RulePoints extends Weighed {
  readonly rule: RuleKey;
  readonly points: number;
}

/** Points by rule at an instant. */
export function pointsByRule(score: FanScore, now: Date): RulePoints[] {
  return rulesIn(score).map(([rule, known]) => {
    const weights = weightsOf(rule, known.weighed);
    const over = fade(weights, known.earlier, known.newestAt, now.getTime());
    return { ...weights, rule, points: over + pointsOfDay(weights, known.day, now.getTime()) };
  });
}

export function rawAt(score: FanScore, now: Date): number {
  return pointsByRule(score, now).reduce((sum, { points }) => sum + points, 0);
}

/** What the score is made of, most first. */
export function linesOfScore(score: FanScore, now: Date): ScoreLine[] {
  const points = new Map(pointsByRule(score, now).map((one) => [one.rule, one.points]));
  return rulesIn(score)
    .map(([rule, { stageId, count, newestAt, weighed }]) => ({
      rule,
      ...(weighed?.name && { name: weighed.name }),
      stageId,
      points: points.get(rule) ?? 0,
      count,
      newestAt: new Date(newestAt).toISOString(),
    }))
    .filter((line) => line.points !== 0)
    .toSorted((a, b) => b.points - a.points || a.rule.localeCompare(b.rule));
}

function rulesIn(score: FanScore): [RuleKey, RuleScore][] {
  // The keys are those that `addEvidence` put there.
  return Object.entries(score) as [RuleKey, RuleScore][];
}

function earlierAt(weights: Weighed, known: RuleScore, at: number, isSameDay: boolean): number {
  const faded = fade(weights, known.earlier, known.newestAt, at);
  return isSameDay ? faded : faded + pointsOfDay(weights, known.day, at);
}

/** The second like of a day says less than the first. */
function pointsOfDay(
  weights: Weighed,
  { count, worth, newestAt }: RuleScore["day"],
  now: number,
): number {
  return fade(
    weights,
    weights.advocacyWeight * Math.log2(1 + count) * (worth / count),
    newestAt,
    now,
  );
}

function fade({ halfLifeDays }: Weighed, points: number, from: number, to: number): number {
  return points * 2 ** (-Math.max(0, to - from) / dayMs / halfLifeDays);
}
