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

/** The default rules. A name for each stands under `rules.<key>`. */
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

/** The product's rule of that key; none of its own for a workspace's. */
export function defaultRule(key: string): Rule {
  const known: Rule | undefined = rules[key as RuleKey];
  return known ?? nothing;
}

/** Those that speak of buying, not of having bought. */
export function decidingRulesOf(settings: JourneySettings): Set<string> {
  return new Set(
    ruleKeys(settings).filter((key) => meaningOf(ruleOf(settings, key).stage) === "decision"),
  );
}

/** The workspace's own first, as they are asked. */
export function ruleKeys({ own }: Pick<JourneySettings, "own">): string[] {
  return [...own.map(({ key }) => key), ...Object.keys(rules)];
}

/** The rule as the workspace sees it; one that is gone moves nobody. */
export function ruleOf({ changed, own }: JourneySettings, key: string): Rule {
  const rule = changed[key] ?? own.find((one) => one.key === key) ?? defaultRule(key);
  return rule.isOff ? nothing : rule;
}

/** Nothing is thanked for by a rule that the workspace does not want. */
export function isSwitchedOff(
  { changed }: Pick<JourneySettings, "changed">,
  key: RuleKey,
): boolean {
  return changed[key]?.isOff === true;
}

/**
 * What is a fact and no reading: a complaint, something sent back, a contest. No rule of the workspace's own
 * takes its place, or somebody angry would be thanked.
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

/** What a fan does in passing: it never speaks against their being one. */
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
