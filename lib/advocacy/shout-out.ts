import type { moments, recognitions, shoutOuts } from "./schema.ts";

export type ShoutOut = typeof shoutOuts.$inferSelect;
export type Moment = typeof moments.$inferSelect;
export type Recognition = typeof recognitions.$inferSelect;

/** One summand of a person's advocacy score. */
export interface ScoreLine {
  /** A rule's key; the message is `rules.<rule>`. */
  readonly rule: string;
  /** What a rule of the workspace's own is called, in place of the message. */
  readonly name?: string | undefined;
  readonly stageId: string | null;
  readonly points: number;
  readonly count: number;
  readonly newestAt: string;
}

export interface ShoutOutDraft {
  readonly language: "en" | "nl";
  readonly text: string;
  /** A tone, or the key of a sentence of the workspace's own; absent in old ones. */
  readonly wording?: string | undefined;
  /** A person chose that wording, so it stays. */
  readonly isChosen?: boolean | undefined;
}
