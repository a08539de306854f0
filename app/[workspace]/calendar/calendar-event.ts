import type { PostLook } from "#lib/views/calendar";

/** A post as the calendar draws it: plain data that can be sent to the browser. */
export interface CalendarEvent {
  id: string;
  /** Version of the post that this data shows. */
  version: number;
  day: string;
  /** `YYYY-MM-DDTHH:mm` in the workspace's time zone. */
  at: string;
  time: string;
  text: string;
  stageKey: string;
  stageName: string;
  look: PostLook;
  networks: readonly { network: string; label: string }[];
  accountIds: readonly string[];
  reactions: number;
  /** Whether the post is still to be published and this user may move it. */
  canMove: boolean;
  /** Why the post will not be published at its time, translated, and the page where that can be changed. */
  blocked?: { short: string; sentence: string; act: string; href: string };
}

/** A free slot of one or more queues. */
export interface OpenPlace {
  key: string;
  at: string;
  day: string;
  time: string;
  /** Empty if the slot is for any stage. */
  stageKey: string;
  stageName: string;
  accounts: readonly { accountId: string; network: string; handle: string }[];
}
