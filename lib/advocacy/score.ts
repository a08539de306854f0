import { rules, type RuleKey } from "../journey/rules.ts";
import type { Person } from "../people/person.ts";
import type { ScoreLine } from "./shout-out.ts";
import { weightsOf, type Weighed } from "./weights.ts";

/** One touchpoint as the score reads it. */
export interface FanEvidence {
  readonly touchpointId: string;
  readonly rule: RuleKey;
  readonly stageId: string | null;
  readonly at: Date;
  readonly localDay: string;
  /** 1 for acts and what a person confirmed, else how sure the words are. */
  readonly confidence: number;
  /** Where the workspace's rule is not the product's. */
  readonly weighed?: Weighed | undefined;
  /** 1 over the number of equal texts; a fifth of it for contests. */
  readonly uniqueness: number;
}

export interface Score {
  readonly raw: number;
  /** 0–100. */
  readonly score: number;
  /** They add up to `raw`, most first. */
  readonly lines: readonly ScoreLine[];
}

const dayMs = 86_400_000;
/** As much as one kind word that was said today, whatever others did. */
const earnedRaw = rules["positive-mention"].advocacyWeight;
/** Stands for a small workspace in which nobody has done much yet. */
const leastKappa = earnedRaw;
/** 1 − e⁻³: what the scale gives to the best tenth. */
const scoreOfTheBest = 3;

/**
 * What somebody did for the brand, fading with time: Σ over rule and day of
 * w · log2(1 + n) · q · u · 2^(−age / half-life). Additive, so that its lines explain it exactly.
 */
export function scoreOf(
  evidence: readonly FanEvidence[],
  { now, kappa, role }: { now: Date; kappa: number; role: Person["role"] },
): Score {
  return scoreFrom(linesOf(evidence, now), { kappa, role });
}

export function scoreFrom(
  lines: readonly ScoreLine[],
  { kappa, role }: { kappa: number; role: Person["role"] },
): Score {
  const raw = lines.reduce((sum, line) => sum + line.points, 0);
  const share = raw <= 0 ? 0 : 1 - Math.exp(-raw / kappa);
  return { raw, score: 100 * share * trust[role], lines };
}

export function linesOf(evidence: readonly FanEvidence[], now: Date): ScoreLine[] {
  const lines = [...Map.groupBy(evidence, ({ rule }) => rule).values()].map((sameRule) => {
    const days = [...Map.groupBy(sameRule, ({ localDay }) => localDay).values()];
    const newest = sameRule.reduce((a, b) => (a.at > b.at ? a : b));
    return {
      rule: newest.rule,
      ...(newest.weighed?.name && { name: newest.weighed.name }),
      stageId: newest.stageId,
      points: days.reduce((sum, day) => sum + pointsOfDay(day, now), 0),
      count: sameRule.length,
      newestAt: newest.at.toISOString(),
    };
  });
  return lines
    .filter(({ points }) => points !== 0)
    .toSorted((a, b) => b.points - a.points || a.rule.localeCompare(b.rule));
}

/**
 * How wide the scale is. Active are those who earned a thank-you: the many who liked something once
 * would make everybody else a hundred. In the middle of them stands the median (63 of 100); where a
 * few do far more than the others it stretches, at most three times, until the best tenth has 95.
 */
export function kappaOf(raws: readonly number[]): number {
  const active = raws.filter((raw) => raw >= earnedRaw).toSorted((a, b) => a - b);
  const at = (share: number) => active[Math.floor(active.length * share)] ?? 0;
  const median = Math.max(leastKappa, at(0.5));
  return Math.min(3 * median, Math.max(median, at(0.9) / scoreOfTheBest));
}

/** Whether somebody has done enough to be owed a thank-you. */
export function hasEarned({ raw, score }: Pick<Score, "raw" | "score">): boolean {
  return score > 0 && hasEarnedRaw(raw);
}

/** As `hasEarned`, whatever the role of whoever earned it. */
export function hasEarnedRaw(raw: number): boolean {
  return raw >= earnedRaw;
}

const trust: Record<Person["role"], number> = {
  fan: 1,
  customer: 1,
  prospect: 1,
  influencer: 1,
  staff: 0,
  bot: 0,
  competitor: 0,
};

/** All of one rule on one day: the second like of a day says less than the first. */
function pointsOfDay(day: readonly FanEvidence[], now: Date): number {
  const [first] = day;
  if (!first) return 0;
  const { advocacyWeight, halfLifeDays } = weightsOf(first.rule, first.weighed);
  const worth =
    day.reduce((sum, { confidence, uniqueness }) => sum + confidence * uniqueness, 0) / day.length;
  const newest = day.reduce((latest, { at }) => Math.max(latest, at.getTime()), -Infinity);
  const age = Math.max(0, now.getTime() - newest) / dayMs;
  return advocacyWeight * Math.log2(1 + day.length) * worth * 2 ** (-age / halfLifeDays);
}
