/** Tones of a thank-you; `plain` tells everybody what the person did. */
export const tones = ["warm", "plain", "playful"] as const;
export type Tone = (typeof tones)[number];

/** A thank-you sentence of the workspace itself, preferred to those of the product. */
export interface OwnSentence {
  /** `own-…`: the id by which a draft refers to the sentence. */
  readonly key: string;
  /** What it thanks for: a moment's kind, `standing` for a fan without a moment, or `any`. */
  readonly kind: string;
  readonly language: "en" | "nl";
  /** May contain the placeholders `{name}`, `{act}`, `{quote}` and `{brand}`. */
  readonly text: string;
}

export interface DraftSettings {
  /** `mixed`: the tone varies from person to person. */
  readonly tone: Tone | "mixed";
  /** The first sentence that fits is suggested. */
  readonly own: readonly OwnSentence[];
}

export const defaultDraftSettings: DraftSettings = { tone: "mixed", own: [] };
