import type { moments, recognitions, shoutOuts } from "./schema.ts";

export type ShoutOut = typeof shoutOuts.$inferSelect;
export type Moment = typeof moments.$inferSelect;
export type Recognition = typeof recognitions.$inferSelect;

/** One part of a person's advocacy score. */
export interface ScoreLine {
  /** The rule's key. The message is `rules.<rule>`. */
  readonly rule: string;
  /** The name of the workspace's own rule, in place of the message. */
  readonly name?: string | undefined;
  readonly stageId: string | null;
  readonly points: number;
  readonly count: number;
  readonly newestAt: string;
}

export interface ShoutOutDraft {
  readonly language: "en" | "nl";
  readonly text: string;
  /** A tone, or the key of one of the workspace's own sentences. Absent in old drafts. */
  readonly wording?: string | undefined;
  /** A person chose the wording, so it is kept. */
  readonly isChosen?: boolean | undefined;
}
