/** The topic of a post, guessed from its text. */
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

/** Names and sentences of one language. */
export interface Words {
  readonly names: readonly string[];
  readonly questions: Readonly<Record<Topic, Lines>>;
  readonly sayings: Readonly<Record<Exclude<Kind, "question">, Lines>>;
  /** Second sentences that vary the texts of people who saw something. */
  readonly praisedMore: Lines;
  /** Second sentences that vary the texts of people who bought something. */
  readonly ownedMore: Lines;
}
