import type { PostLook } from "#lib/views/calendar";

/** One post as the calendar draws it: plain data for the browser. */
export interface CalendarEvent {
  id: string;
  /** Which one of the post this shows. */
  version: number;
  day: string;
  /** `YYYY-MM-DDTHH:mm` in the workspace's zone. */
  at: string;
  time: string;
  text: string;
  stageKey: string;
  stageName: string;
  look: PostLook;
  networks: readonly { network: string; label: string }[];
  accountIds: readonly string[];
  reactions: number;
  /** Still to go out, and this person may move it. */
  canMove: boolean;
  /** Why it will not go out at its time, in words, and where something can be done about it. */
  blocked?: { short: string; sentence: string; act: string; href: string };
}

/** A free place of one or more queues. */
export interface OpenPlace {
  key: string;
  at: string;
  day: string;
  time: string;
  /** Empty: for any stage. */
  stageKey: string;
  stageName: string;
  accounts: readonly { accountId: string; network: string; handle: string }[];
}
