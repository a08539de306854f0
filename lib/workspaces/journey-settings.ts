/**
 * Where a touchpoint puts a person: the key of a stage or of a meaning (resolved by `stageFor`), `left` if
 * the person has left, or `nowhere` if it does not move them.
 */
export type RuleStage = string;

export const strengths = ["weak", "medium", "strong", "definitive"] as const;
export type Strength = (typeof strengths)[number];

/** What one kind of touchpoint says about a person's stage, and what it adds to their advocacy. */
export interface Rule {
  readonly stage: RuleStage;
  readonly strength: Strength;
  readonly advocacyWeight: number;
  readonly halfLifeDays: number;
  /**
   * A product rule that is switched off moves nobody and adds nothing; a workspace rule that is switched off
   * is skipped.
   */
  readonly isOff?: boolean | undefined;
}

export const ruleConditions = [
  "always",
  "words",
  "channel",
  "stars-at-least",
  "stars-at-most",
  "picture",
  "customer",
  "not-customer",
] as const;

/** A rule of the workspace, which is checked before those of the product. */
export interface OwnRule extends Rule {
  /** `own-…`: the rule's key in derived data. */
  readonly key: string;
  readonly name: string;
  /** A touchpoint type, or `any`. */
  readonly type: string;
  readonly condition: (typeof ruleConditions)[number];
  /** The words, channel or number of stars that the condition compares with. */
  readonly value: string;
}

/** A workspace's settings for deriving journeys. */
export interface JourneySettings {
  /** A person without touchpoints for this long counts as away, in any stage. */
  readonly silenceDays: number;
  /** A customer who looks around this long after an order is considering another purchase. */
  readonly quietBuyerDays: number;
  /** Product rules that the workspace has changed, by their key. */
  readonly changed: Readonly<Record<string, Rule>>;
  readonly own: readonly OwnRule[];
}

export const defaultJourneySettings: JourneySettings = {
  silenceDays: 90,
  quietBuyerDays: 30,
  changed: {},
  own: [],
};
