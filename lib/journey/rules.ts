import type { StageKey } from "../workspaces/stage.ts";
import type { Classification } from "./belief.ts";

/** What one kind of touchpoint says about the stage a person is in, and what it adds to their advocacy. */
export interface Rule {
  /** Null: they left. */
  readonly stage: StageKey | null;
  readonly strength: Classification["strength"];
  readonly advocacyWeight: number;
  readonly halfLifeDays: number;
}

const usual = 45;
const lasting = 180;

function rule(
  stage: Rule["stage"],
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
  declined: rule(null, "definitive", -2),
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
