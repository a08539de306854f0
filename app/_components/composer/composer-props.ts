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
    /** The free place of a queue that the person came from. */
    slotAt: WallClock | undefined;
  };
  /** Whose copies this browser keeps: person and workspace. */
  owner: string;
  /** Somebody's words that the post answers. */
  answers: Answers | undefined;
  /** By stage id, and "" while no stage is chosen. */
  nextFree: Readonly<Record<string, WallClock>>;
  /** The places of every queue and what is planned, on the workspace's clock. */
  queue: QueueAhead;
  now: WallClock;
  zoneName: string;
  /** What people do with such a post, and the stage it will count for. */
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
  /** The post as it is now, after somebody else changed it. */
  load: (input: { postId: string }) => Promise<Loaded>;
  remove: (input: { postId: string; version: number | undefined }) => Promise<Sent>;
  restore: PostAct;
}

/** What there is to choose for an option of an account, asked of its network. */
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

/** Stores what is on the screen and hands it to the deliveries; `wasScheduled` takes it off the schedule first. */
type SendPost = (input: {
  draft: ReturnType<typeof draftInput>;
  when: Moment;
  wasScheduled: boolean;
}) => Promise<Handed>;

/** With when it goes out. */
export type Handed = Extract<Sent, { ok: false }> | { ok: true; value: { localTime: WallClock } };
