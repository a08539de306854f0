/** How a thank-you sounds; `plain` tells everybody what somebody did. */
export const tones = ["warm", "plain", "playful"] as const;
export type Tone = (typeof tones)[number];

/** A thank-you as the workspace says it itself; it goes before the product's own words. */
export interface OwnSentence {
  /** `own-…`: what a draft calls it. */
  readonly key: string;
  /** For which act: a moment's kind, `standing` for a fan without one, or `any`. */
  readonly kind: string;
  readonly language: "en" | "nl";
  /** With `{name}`, `{act}`, `{quote}` and `{brand}`. */
  readonly text: string;
}

export interface DraftSettings {
  /** `mixed`: one person this, the next another. */
  readonly tone: Tone | "mixed";
  /** The first that fits is proposed. */
  readonly own: readonly OwnSentence[];
}

export const defaultDraftSettings: DraftSettings = { tone: "mixed", own: [] };
