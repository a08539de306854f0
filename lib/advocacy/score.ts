import { rules, type RuleKey } from "../journey/rules.ts";
import type { Person } from "../people/person.ts";
import type { ScoreLine } from "./shout-out.ts";
import { weightsOf, type Weighed } from "./weights.ts";

/** One touchpoint as evidence for the score. */
export interface FanEvidence {
  readonly touchpointId: string;
  readonly rule: RuleKey;
  readonly stageId: string | null;
  readonly at: Date;
  readonly localDay: string;
  /** 1 for acts and for words that a person confirmed, else how sure the text signals are (0–1). */
  readonly confidence: number;
  /** Set if the workspace's rule differs from the product's. */
  readonly weighed?: Weighed | undefined;
  /** 1, or a fifth for contests. */
  readonly uniqueness: number;
}

export interface Score {
  readonly raw: number;
  /** 0–100. */
  readonly score: number;
  /** The parts of `raw`, the largest first. */
  readonly lines: readonly ScoreLine[];
}

const dayMs = 86_400_000;
/** The points of one kind mention today: the least that earns a thank-you. */
const earnedRaw = rules["positive-mention"].advocacyWeight;
/** The least width of the scale, for small workspaces with little activity. */
const leastKappa = earnedRaw;
/** Points / kappa that give 95 of 100 (1 − e⁻³): where the scale puts the best tenth. */
const scoreOfTheBest = 3;

/**
 * Returns the score of a person's acts, fading with time: Σ over rule and day of w · log2(1 + n) · q · u ·
 * 2^(−age / half-life), with confidence q and uniqueness u. It is a sum, so that its lines explain it
 * completely.
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
 * Returns the width of the scale. Only people who earned a thank-you count, because the many with a single
 * like would give everybody else a score of 100. The median gets 63 of 100; if a few people have far more,
 * the scale widens, at most three times, until the best tenth gets 95.
 */
export function kappaOf(raws: readonly number[]): number {
  const active = raws.filter((raw) => raw >= earnedRaw).toSorted((a, b) => a - b);
  const at = (share: number) => active[Math.floor(active.length * share)] ?? 0;
  const median = Math.max(leastKappa, at(0.5));
  return Math.min(3 * median, Math.max(median, at(0.9) / scoreOfTheBest));
}

/** Whether a person has done enough to earn a thank-you. */
export function hasEarned({ raw, score }: Pick<Score, "raw" | "score">): boolean {
  return score > 0 && hasEarnedRaw(raw);
}

/** As `hasEarned`, whatever the person's role is. */
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

/** Returns the points of one rule on one day. Several acts on a day count less than proportionally. */
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
