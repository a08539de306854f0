import { rules, type RuleKey } from "../journey/rules.ts";
import { hasEarnedRaw } from "./score.ts";

/** What earned somebody a thank-you. */
export interface Earned {
  /** When it was earned: the day of the deed, or the day on which small acts had added up. */
  readonly since: Date;
  /** The greatest of it, and how much that counts. */
  readonly rule: RuleKey;
  readonly weight: number;
  /** How many acts of that kind. */
  readonly acts: number;
}

interface Act {
  readonly rule: RuleKey;
  readonly at: Date;
  readonly localDay: string;
}

/** Among acts since the last thank-you, oldest first. Undefined: not enough for one. */
export function earnedBy(acts: readonly Act[]): Earned | undefined {
  const great = acts.filter(({ rule }) => hasEarnedRaw(rules[rule].advocacyWeight));
  const since = great[0]?.at ?? addedUpAt(acts);
  const [greatest] = (great.length > 0 ? great : acts).toSorted(
    (a, b) => rules[b.rule].advocacyWeight - rules[a.rule].advocacyWeight,
  );
  if (!since || !greatest) return undefined;
  const { rule } = greatest;
  const same = acts.filter((act) => act.rule === rule).length;
  return { since, rule, weight: rules[rule].advocacyWeight, acts: same };
}

/** Small acts count once a day. */
function addedUpAt(acts: readonly Act[]): Date | undefined {
  const counted = new Set<string>();
  let sum = 0;
  for (const { rule, at, localDay } of acts) {
    if (counted.has(`${localDay} ${rule}`)) continue;
    counted.add(`${localDay} ${rule}`);
    sum += rules[rule].advocacyWeight;
    if (hasEarnedRaw(sum)) return at;
  }
  return undefined;
}
