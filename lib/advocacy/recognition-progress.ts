import type { RuleKey } from "../journey/rules.ts";
import type { FanScore } from "./fan-score.ts";
import { hasEarnedRaw } from "./score.ts";
import { weightsOf } from "./weights.ts";

/** What earned a person a thank-you. */
export interface Earned {
  /** When it was earned: the time of a great act, or when small acts had added up. */
  readonly since: Date;
  /** The rule with the greatest weight, and that weight. */
  readonly rule: RuleKey;
  /** The name of the workspace's own rule. */
  readonly name?: string | undefined;
  readonly weight: number;
  /** The number of acts of that rule. */
  readonly acts: number;
}

/**
 * A person's progress since the last thank-you. Plain JSON of bounded size; times are in ms since the epoch.
 */
export interface RecognitionProgress {
  /** The first act that is worth a thank-you by itself. */
  readonly greatAt: number | null;
  readonly addedUpAt: number | null;
  readonly sum: number;
  /** The last local day and its rules: small acts of one rule count once a day. */
  readonly day: string;
  readonly rulesOfDay: readonly RuleKey[];
}

export const noProgress: RecognitionProgress = {
  greatAt: null,
  addedUpAt: null,
  sum: 0,
  day: "",
  rulesOfDay: [],
};

/** Returns the progress after one act, which must not be older than the last. */
export function progressAfter(
  before: RecognitionProgress,
  {
    rule,
    at,
    localDay,
    advocacyWeight,
  }: {
    readonly rule: RuleKey;
    readonly at: number;
    readonly localDay: string;
    readonly advocacyWeight: number;
  },
): RecognitionProgress {
  const greatAt = before.greatAt ?? (hasEarnedRaw(advocacyWeight) ? at : null);
  const rulesOfDay = before.day === localDay ? before.rulesOfDay : [];
  if (rulesOfDay.includes(rule)) return { ...before, greatAt };
  const sum = before.sum + advocacyWeight;
  return {
    greatAt,
    addedUpAt: before.addedUpAt ?? (hasEarnedRaw(sum) ? at : null),
    sum,
    day: localDay,
    rulesOfDay: [...rulesOfDay, rule],
  };
}

/** Returns undefined if it is not enough for a thank-you. `score` is the evidence since the last one. */
export function earnedFrom(
  { greatAt, addedUpAt }: RecognitionProgress,
  score: FanScore,
): Earned | undefined {
  const since = greatAt ?? addedUpAt;
  // `addEvidence` adds all keys.
  const [greatest] = (Object.keys(score) as RuleKey[])
    .map((rule) => {
      const { advocacyWeight: weight, name } = weightsOf(rule, score[rule]?.weighed);
      return { rule, name, weight };
    })
    .toSorted((a, b) => b.weight - a.weight || a.rule.localeCompare(b.rule));
  if (since === null || !greatest) return undefined;
  return { ...greatest, since: new Date(since), acts: score[greatest.rule]?.count ?? 0 };
}
