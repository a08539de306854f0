/**
 * A stage's key, or the meaning of one (`stageFor` finds it); that they left (`left`); or nothing: it is
 * noted, and moves nobody (`nowhere`).
 */
export type RuleStage = string;

export const strengths = ["weak", "medium", "strong", "definitive"] as const;
export type Strength = (typeof strengths)[number];

/** What one kind of touchpoint says about the stage a person is in, and what it adds to their advocacy. */
export interface Rule {
  readonly stage: RuleStage;
  readonly strength: Strength;
  readonly advocacyWeight: number;
  readonly halfLifeDays: number;
  /** Switched off: one of the product's moves nobody and counts for nothing, one's own is not asked. */
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

/** A rule of the workspace's own: it is asked before the product's. */
export interface OwnRule extends Rule {
  /** `own-…`: the rule's key in what is derived. */
  readonly key: string;
  readonly name: string;
  /** A touchpoint's type, or `any`. */
  readonly type: string;
  readonly condition: (typeof ruleConditions)[number];
  /** Words, a channel or a number of stars, where the condition asks for one. */
  readonly value: string;
}

/** What a workspace may set about how journeys are read. */
export interface JourneySettings {
  /** Whoever was silent for so long is away, whatever their stage. */
  readonly silenceDays: number;
  /** From so long after an order on, a customer who looks around is coming round again. */
  readonly quietBuyerDays: number;
  /** The product's rules that the workspace sees otherwise, by their key. */
  readonly changed: Readonly<Record<string, Rule>>;
  readonly own: readonly OwnRule[];
}

export const defaultJourneySettings: JourneySettings = {
  silenceDays: 90,
  quietBuyerDays: 30,
  changed: {},
  own: [],
};
