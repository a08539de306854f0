import type { Classification } from "../journey/belief.ts";
import { defaultRule, type RuleKey } from "../journey/rules.ts";
import type { OwnRule } from "../workspaces/journey-settings.ts";

/** What a rule adds to the score, where the workspace sees it otherwise than the product, or has it by itself. */
export interface Weighed {
  readonly advocacyWeight: number;
  readonly halfLifeDays: number;
  /** Of a rule of the workspace's own. */
  readonly name?: string;
}

/** Undefined: as the product weighs it, which every state need not say. */
export function weighedBy(
  { rule, advocacyWeight, halfLifeDays }: Classification,
  own: OwnRule | undefined,
): Weighed | undefined {
  const usual = defaultRule(rule);
  const isUsual =
    usual.advocacyWeight === advocacyWeight && usual.halfLifeDays === halfLifeDays && !own;
  return isUsual ? undefined : { advocacyWeight, halfLifeDays, ...(own && { name: own.name }) };
}

export function weightsOf(rule: RuleKey, weighed: Weighed | undefined): Weighed {
  return weighed ?? defaultRule(rule);
}
