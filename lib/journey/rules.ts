import type { JourneySettings, Rule, RuleStage } from "../workspaces/journey-settings.ts";
import { meaningOf } from "../workspaces/stage.ts";

const usual = 45;
const lasting = 180;

function rule(
  stage: RuleStage,
  strength: Rule["strength"],
  advocacyWeight: number,
  halfLifeDays = usual,
): Rule {
  return { stage, strength, advocacyWeight, halfLifeDays };
}

/** The product's default rules. `rules.<key>` in the texts is the name of each. */
export const rules = {
  "ad-click": rule("awareness", "weak", 0),
  follow: rule("awareness", "medium", 0.5),
  like: rule("awareness", "weak", 0.5),
  repost: rule("awareness", "weak", 0.5),
  "repeated-contact": rule("consideration", "weak", 0.5),
  "repeated-contact-of-customer": rule("retention", "weak", 0.5),
  interest: rule("consideration", "weak", 0.3),
  question: rule("consideration", "medium", 0),
  "price-question": rule("decision", "medium", 0),
  "direct-message": rule("decision", "medium", 0),
  basket: rule("decision", "strong", 0),
  order: rule("purchase", "definitive", 1),
  declined: rule("left", "definitive", -2),
  return: rule("left", "definitive", -1),
  contest: rule("nowhere", "weak", 0.5),
  "kind-message": rule("nowhere", "weak", 0.5),
  "support-question": rule("retention", "medium", 0.5),
  "answer-to-thanks": rule("retention", "medium", 0.5),
  complaint: rule("retention", "medium", -3),
  "complaint-resolved": rule("retention", "medium", 0.5),
  "middling-review": rule("retention", "weak", 0),
  "positive-mention": rule("advocacy", "medium", 3),
  "unclear-mention": rule("advocacy", "weak", 3),
  "plain-mention": rule("consideration", "weak", 0.3),
  "good-review": rule("advocacy", "strong", 6, lasting),
  "user-content": rule("advocacy", "strong", 6, lasting),
  "helped-customer": rule("advocacy", "strong", 6),
  referral: rule("advocacy", "definitive", 10, lasting),
} satisfies Record<string, Rule>;

export type RuleKey = keyof typeof rules;

/** Returns the product's default rule with that key. For another key, a rule that moves nobody. */
export function defaultRule(key: string): Rule {
  const known: Rule | undefined = rules[key as RuleKey];
  return known ?? nothing;
}

/** Returns the keys of rules whose stage is deciding, not buying. */
export function decidingRulesOf(settings: JourneySettings): Set<string> {
  return new Set(
    ruleKeys(settings).filter((key) => meaningOf(ruleOf(settings, key).stage) === "decision"),
  );
}

/** Returns the keys of all rules in the order in which they are tried: the workspace's own first. */
export function ruleKeys({ own }: Pick<JourneySettings, "own">): string[] {
  return [...own.map(({ key }) => key), ...Object.keys(rules)];
}

/** Returns the rule as the workspace has set it. A rule that is switched off or gone moves nobody. */
export function ruleOf({ changed, own }: JourneySettings, key: string): Rule {
  const rule = changed[key] ?? own.find((one) => one.key === key) ?? defaultRule(key);
  return rule.isOff ? nothing : rule;
}

/**
 * Whether the workspace switched off this rule of the product. Such touchpoints give no moment to thank for.
 */
export function isSwitchedOff(
  { changed }: Pick<JourneySettings, "changed">,
  key: RuleKey,
): boolean {
  return changed[key]?.isOff === true;
}

/**
 * Whether a rule states a fact (a complaint, something sent back, a contest) instead of reading words. The
 * workspace's own rules do not replace it: an angry customer could be thanked otherwise.
 */
export function isFact(key: RuleKey): boolean {
  return facts.has(key);
}

const facts: ReadonlySet<RuleKey> = new Set<RuleKey>([
  "complaint",
  "complaint-resolved",
  "return",
  "contest",
]);

const nothing = rule("nowhere", "weak", 0);

/** Whether a rule is for casual friendly acts, which are never evidence against being a fan. */
export function isKind(rule: string): boolean {
  return kind.has(rule);
}

const kind: ReadonlySet<string> = new Set<RuleKey>([
  "follow",
  "like",
  "repost",
  "repeated-contact",
  "repeated-contact-of-customer",
  "interest",
  "kind-message",
  "answer-to-thanks",
  "complaint-resolved",
  "unclear-mention",
]);
