import { z } from "zod";

import { version } from "../workspaces/input.ts";

const maxText = 20_000;
const maxParts = 25;

const postPart = z.object({
  text: z.string().max(maxText),
  images: z
    .array(z.object({ mediaId: z.string().max(64), alt: z.string().max(5_000) }))
    .max(20)
    .default([]),
  /** The video's facts are read from storage; facts in the input are ignored. */
  video: z.object({ mediaId: z.string().max(64), alt: z.string().max(5_000) }).optional(),
  poll: z
    .object({
      options: z.array(z.string().max(500)).min(2).max(20),
      minutes: z.number().int().min(1).max(100_000),
      isMultiple: z.boolean().default(false),
    })
    .optional(),
  warning: z.string().max(1_000).optional(),
  visibility: z.enum(["public", "unlisted", "followers", "mentioned"]).optional(),
});

const optionValues = z
  .record(z.string().max(64), z.union([z.string().max(5_000), z.literal(true)]))
  .refine((values) => Object.keys(values).length <= 50);

const disclosure = z.object({
  ai: z.enum(["assisted", "generated"]).optional(),
  isPaid: z.literal(true).optional(),
});

const parts = z.array(postPart).min(1).max(maxParts);

export const saveDraftInput = z.object({
  /** Absent for a new draft. */
  postId: z.string().max(64).optional(),
  /** Id for a new draft, so that repeating the request after a lost answer does not create a second one. */
  newPostId: z.uuid().optional(),
  version,
  stageId: z.string().max(64).nullable().default(null),
  accountIds: z.array(z.string().max(64)).max(50).default([]),
  parts,
  /** By account id: the content for this account instead of `parts`. */
  versions: z.record(z.string().max(64), parts).default({}),
  /** By account id: values for its network's options. */
  options: z.record(z.string().max(64), optionValues).default({}),
  disclosure: disclosure.nullable().default(null),
  /** BCP 47 tag. */
  language: z.string().max(35).nullable().default(null),
  shoutOutId: z.string().max(64).nullable().optional(),
  replyToTouchpointId: z.string().max(64).nullable().optional(),
});

export type SaveDraftInput = z.input<typeof saveDraftInput>;

export const postIdInput = z.object({ postId: z.string().max(64) });

export type PostIdInput = z.infer<typeof postIdInput>;
