import type { Classification } from "../journey/belief.ts";
import { defaultRule, type RuleKey } from "../journey/rules.ts";
import type { OwnRule } from "../workspaces/journey-settings.ts";

/** A rule's weights for the score, if the workspace changed them or the rule is its own. */
export interface Weighed {
  readonly advocacyWeight: number;
  readonly halfLifeDays: number;
  /** The name of the workspace's own rule. */
  readonly name?: string;
}

/** Returns undefined for the product's own weights, so that stored states do not repeat them. */
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
