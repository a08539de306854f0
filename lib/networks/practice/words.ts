/** What a post seems to be about, as far as its audience can tell. */
export type Topic = "contest" | "offer" | "care" | "story";
export type Kind =
  | "question"
  | "praise"
  | "mention"
  | "photo"
  | "review"
  | "sour-review"
  | "quote"
  | "thanks"
  | "help"
  | "complaint"
  | "relief"
  | "return"
  | "contest";
export type Lines = readonly [string, ...string[]];

/** People of one language, and what they say. */
export interface Words {
  readonly names: readonly string[];
  readonly questions: Readonly<Record<Topic, Lines>>;
  readonly sayings: Readonly<Record<Exclude<Kind, "question">, Lines>>;
  /** Second sentences, so that few write the same: of those who look … */
  readonly praisedMore: Lines;
  /** … and of those who have something of ours. */
  readonly ownedMore: Lines;
}
