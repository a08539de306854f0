import type { RuleKey } from "../journey/rules.ts";
import type { FanEvidence } from "./score.ts";
import type { ScoreLine } from "./shout-out.ts";
import { weightsOf, type Weighed } from "./weights.ts";

/**
 * All evidence for a person's score: for each rule the points of past days and the current day. Plain JSON of
 * bounded size, so that adding evidence takes the same time however much there is. Points of one rule all
 * fade by the same factor, so that one sum at one time represents them.
 */
export type FanScore = Readonly<Partial<Record<RuleKey, RuleScore>>>;

interface RuleScore {
  readonly stageId: string | null;
  readonly weighed?: Weighed | undefined;
  readonly count: number;
  /** In ms since the epoch, as is `day.newestAt`. */
  readonly newestAt: number;
  /** Points of past days, as of the rule's `newestAt`. */
  readonly earlier: number;
  readonly day: {
    readonly localDay: string;
    readonly count: number;
    /** Sum of confidence · uniqueness. */
    readonly worth: number;
    readonly newestAt: number;
  };
}

const dayMs = 86_400_000;

/** Returns the score after one piece of evidence, which must not be older than the last. */
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

/** Returns the points by rule at `now`. */
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

/** Returns the parts of the score, the largest first. */
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
  // `addEvidence` adds all keys.
  return Object.entries(score) as [RuleKey, RuleScore][];
}

function earlierAt(weights: Weighed, known: RuleScore, at: number, isSameDay: boolean): number {
  const faded = fade(weights, known.earlier, known.newestAt, at);
  return isSameDay ? faded : faded + pointsOfDay(weights, known.day, at);
}

/** Returns the faded points of one day. Several acts of one rule on a day count less than proportionally. */
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
