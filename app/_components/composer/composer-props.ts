import type { OptionChoice } from "#lib/networks/contract/post-options";
import type { QueueAhead } from "#lib/posts/next-place";

import type {
  ComposerAccount,
  ComposerStage,
  Draft,
  draftInput,
  PlannedMark,
  WallClock,
  When,
} from "./draft.ts";
import type { SaveDraft } from "./save-draft.ts";

export interface ComposerProps {
  accounts: readonly ComposerAccount[];
  stages: readonly ComposerStage[];
  planned: readonly PlannedMark[];
  start: {
    draft: Draft;
    postId: string | undefined;
    version: number | undefined;
    isScheduled: boolean;
    when: When;
    /** The free slot of a queue from which the composer was opened. */
    slotAt: WallClock | undefined;
  };
  /** Owner of the copies in this browser: user and workspace. */
  owner: string;
  /** The text that the post replies to. */
  answers: Answers | undefined;
  /** Next free time by stage id; "" for no stage. */
  nextFree: Readonly<Record<string, WallClock>>;
  /** The slots of every queue and the planned posts, in the workspace's time zone. */
  queue: QueueAhead;
  now: WallClock;
  zoneName: string;
  /** What people do in response to such a post, and the stage that it counts to. */
  countsAs: readonly { rule: string; stageKey: string; stageName: string }[];
  links: {
    accounts: string;
    uploads: string;
    linkPreview: string;
    mentions: string;
    calendar: string;
    post: string;
  };
  save: SaveDraft;
  choices: AskChoices;
  send: SendPost;
  /** Loads the post's present state, after somebody else changed it. */
  load: (input: { postId: string }) => Promise<Loaded>;
  remove: (input: { postId: string; version: number | undefined }) => Promise<Sent>;
  restore: PostAct;
}

/** Requests the choices of an option from the account's network. */
export type AskChoices = (input: {
  accountId: string;
  option: string;
}) => Promise<
  { ok: true; value: { choices: readonly OptionChoice[]; hasMore: boolean } } | { ok: false }
>;

export interface TheirDraft {
  readonly draft: Draft;
  readonly version: number;
  readonly isScheduled: boolean;
}

type Loaded = { ok: true; value: TheirDraft } | { ok: false };

type PostAct = (input: { postId: string }) => Promise<Sent>;

export interface Answers {
  readonly network: string;
  readonly networkLabel: string;
  readonly name: string;
  readonly handle: string;
  readonly text: string;
  readonly url: string | null;
}

export type Moment =
  | { kind: "now" }
  | { kind: "wall-clock" | "slot"; at: string }
  | { kind: "next-slot" };

export type Sent =
  | { ok: true; value: unknown }
  | { ok: false; refusal: string; detail: Record<string, string | number> };

/** Saves the draft and schedules its deliveries; with `wasScheduled` it is unscheduled first. */
type SendPost = (input: {
  draft: ReturnType<typeof draftInput>;
  when: Moment;
  wasScheduled: boolean;
}) => Promise<Handed>;

/** Result with the time at which the post will be published. */
export type Handed = Extract<Sent, { ok: false }> | { ok: true; value: { localTime: WallClock } };
