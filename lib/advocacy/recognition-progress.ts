import type { RuleKey } from "../journey/rules.ts";
import type { FanScore } from "./fan-score.ts";
import { hasEarnedRaw } from "./score.ts";
import { weightsOf } from "./weights.ts";

/** What earned somebody a thank-you. */
export interface Earned {
  /** When it was earned: the day of the deed, or the day on which small acts had added up. */
  readonly since: Date;
  /** The greatest of it, and how much that counts. */
  readonly rule: RuleKey;
  /** Of a rule of the workspace's own. */
  readonly name?: string | undefined;
  readonly weight: number;
  /** How many acts of that kind. */
  readonly acts: number;
}

/** How far somebody has come since the last thank-you: plain JSON of bounded size. Instants are in ms. */
export interface RecognitionProgress {
  /** The first deed that is worth a thank-you by itself. */
  readonly greatAt: number | null;
  readonly addedUpAt: number | null;
  readonly sum: number;
  /** What counted already on the last day: small acts count once a day. */
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

/** One act later, none older than what is there. */
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

/** Undefined: not enough for a thank-you. `score` is of what they did since the last one. */
export function earnedFrom(
  { greatAt, addedUpAt }: RecognitionProgress,
  score: FanScore,
): Earned | undefined {
  const since = greatAt ?? addedUpAt;
  // The keys are those that `addEvidence` put there.
  const [greatest] = (Object.keys(score) as RuleKey[])
    .map((rule) => {
      const { advocacyWeight: weight, name } = weightsOf(rule, score[rule]?.weighed);
      return { rule, name, weight };
    })
    .toSorted((a, b) => b.weight - a.weight || a.rule.localeCompare(b.rule));
  if (since === null || !greatest) return undefined;
  return { ...greatest, since: new Date(since), acts: score[greatest.rule]?.count ?? 0 };
}
