import { z } from "zod";

import { saveDraftInput } from "../posts/input.ts";
import { changeWorkspaceInput, version } from "../workspaces/input.ts";
import { resolutions } from "./resolution.ts";

const id = z.string().min(1).max(64);

const when = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("now") }),
  /** In the workspace's time zone unless it has an offset; any format that `readMoment` accepts. */
  z.object({ kind: z.literal("wall-clock"), at: z.string().max(100) }),
]);

/** Also accepts a place in the queue: the next free one, or a given one if it is still free. */
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

/** Two posts that exchange their times. */
export const swapPostsInput = z.object({ one: postAtVersion, other: postAtVersion });

/** All posts are changed in one transaction, during which nobody else can write on SQLite. */
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
  /** Only reports what would happen; stores nothing. */
  isPreview: z.boolean().default(false),
});

export type PostsChange = z.output<typeof changePostsInput>["change"];

/**
 * The posts as they were before, as returned by `changePosts`; `version` is the version after that change.
 */
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
  /** Whether the post was on the calendar when it was opened. Submitting is refused if that has changed. */
  wasScheduled: z.boolean().default(false),
});

export const discardPostInput = z.object({
  postId: id,
  version,
  /** Whether the person saw it as scheduled. A draft that somebody has scheduled since is not deleted. */
  wasScheduled: z.boolean().default(false),
});

export const deliveryIdInput = z.object({ deliveryId: id });
export type DeliveryIdInput = z.infer<typeof deliveryIdInput>;

const words = z.string().max(20_000);

/** `seen`: the texts that the person editing has seen on the network; without it, the stored text. */
export const editPublishedInput = z.object({
  deliveryId: id,
  text: words,
  seen: z.array(words).max(10).optional(),
});
export type EditPublishedInput = z.infer<typeof editPublishedInput>;

/** A text field of a form; an empty field counts as absent. */
const typed = z
  .string()
  .trim()
  .max(2_000)
  .transform((value) => value || undefined)
  .optional();

/** The answers that a person can give for a delivery that waits for them. */
export const givenAnswers = [...resolutions, "move", "rewrite"] as const;

export const resolveDeliveryInput = z.object({
  deliveryId: id,
  answer: z.enum(givenAnswers),
  /** The URL of the post, if the person found it. */
  url: typed,
  /** The candidate that the person picked. */
  candidateRemoteId: typed,
  /** The new time, for the answer `move`. */
  when: when.optional(),
});

export type ResolveDeliveryInput = z.infer<typeof resolveDeliveryInput>;

export const changeSettingsInput = changeWorkspaceInput.extend({
  /** What planned posts keep if the workspace's time zone changes: their wall-clock time or their instant. */
  planned: z.enum(["clock", "instant"]).optional(),
});

export const stopSendingInput = z.object({ scope: z.enum(["workspace", "installation"]) });

export type StopSendingInput = z.infer<typeof stopSendingInput>;
