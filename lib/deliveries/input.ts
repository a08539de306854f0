import { z } from "zod";

import { saveDraftInput } from "../posts/input.ts";
import { changeWorkspaceInput, version } from "../workspaces/input.ts";
import { resolutions } from "./resolution.ts";

const id = z.string().min(1).max(64);

const when = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("now") }),
  /** On the workspace's clock, or with an offset of its own: whatever `readMoment` reads. */
  z.object({ kind: z.literal("wall-clock"), at: z.string().max(100) }),
]);

/** Also a place of the queue: the next free one, or that one, where it is still free. */
const whenOrSlot = z.discriminatedUnion("kind", [
  ...when.options,
  z.object({ kind: z.literal("next-slot") }),
  z.object({ kind: z.literal("slot"), at: z.string().max(100) }),
]);

export const schedulePostInput = z.object({ postId: id, when: whenOrSlot });

export type SchedulePostInput = z.infer<typeof schedulePostInput>;
export type When = z.infer<typeof when>;
export type WhenOrSlot = z.infer<typeof whenOrSlot>;

export const reschedulePostInput = z.object({ postId: id, version, when });
export type ReschedulePostInput = z.infer<typeof reschedulePostInput>;

const postAtVersion = z.object({ postId: id, version });

/** Two posts that take each other's time. */
export const swapPostsInput = z.object({ one: postAtVersion, other: postAtVersion });

/** Each is one transaction, in which nobody else can write on SQLite. */
export const mostPostsAtOnce = 200;
const fewYears = 3_660;

function several<Post extends z.ZodType<{ postId: string }>>(post: Post) {
  return z
    .array(post)
    .min(1)
    .max(mostPostsAtOnce)
    .refine((posts) => new Set(posts.map(({ postId }) => postId)).size === posts.length);
}

export const changePostsInput = z.object({
  posts: several(postAtVersion),
  change: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("shift"),
      days: z.number().int().min(-fewYears).max(fewYears).default(0),
      minutes: z.number().int().min(-10_000).max(10_000).default(0),
    }),
    z.object({ kind: z.literal("day"), day: z.iso.date() }),
    z.object({ kind: z.literal("stage"), stageId: id }),
    z.object({ kind: z.literal("queue") }),
    z.object({ kind: z.literal("draft") }),
    z.object({ kind: z.literal("delete") }),
  ]),
  /** Says what would happen, and changes nothing. */
  isPreview: z.boolean().default(false),
});

export type PostsChange = z.output<typeof changePostsInput>["change"];

/** How each was before, as `changePosts` answered it; `version` is the one that it has by that. */
export const putPostsBackInput = z.object({
  posts: several(
    postAtVersion.extend({
      before: z.object({
        state: z.enum(["draft", "scheduled"]),
        publishAt: z.date().nullable(),
        stageId: id.nullable(),
      }),
    }),
  ),
});

export const unschedulePostInput = z.object({ postId: id, version });
export type UnschedulePostInput = z.infer<typeof unschedulePostInput>;

export const submitPostInput = z.object({
  draft: saveDraftInput,
  when: whenOrSlot,
  /** Whether it was on the calendar when it was opened; where that has changed since, it is refused. */
  wasScheduled: z.boolean().default(false),
});

export const discardPostInput = z.object({
  postId: id,
  version,
  /** As the person saw it: a draft that somebody else has scheduled since is not deleted. */
  wasScheduled: z.boolean().default(false),
});

export const deliveryIdInput = z.object({ deliveryId: id });
export type DeliveryIdInput = z.infer<typeof deliveryIdInput>;

const words = z.string().max(20_000);

/** `seen`: the words that whoever edits has seen there; without them those that stand here. */
export const editPublishedInput = z.object({
  deliveryId: id,
  text: words,
  seen: z.array(words).max(10).optional(),
});
export type EditPublishedInput = z.infer<typeof editPublishedInput>;

/** As a form sends it: a field that was left empty says nothing. */
const typed = z
  .string()
  .trim()
  .max(2_000)
  .transform((value) => value || undefined)
  .optional();

/** What a person may do about a delivery that waits for them. */
export const givenAnswers = [...resolutions, "move", "rewrite"] as const;

export const resolveDeliveryInput = z.object({
  deliveryId: id,
  answer: z.enum(givenAnswers),
  /** Where the post is, if the person found it. */
  url: typed,
  /** Which of the posts that were offered it is. */
  candidateRemoteId: typed,
  /** Of a delivery that gets another time. */
  when: when.optional(),
});

export type ResolveDeliveryInput = z.infer<typeof resolveDeliveryInput>;

export const changeSettingsInput = changeWorkspaceInput.extend({
  /** What stays of planned posts where the workspace's clock changes: their time on the clock, or their instant. */
  planned: z.enum(["clock", "instant"]).optional(),
});

export const stopSendingInput = z.object({ scope: z.enum(["workspace", "installation"]) });

export type StopSendingInput = z.infer<typeof stopSendingInput>;
