import { z } from "zod";

import { version } from "../workspaces/input.ts";

const id = z.string().min(1).max(64);
export const mostWords = 20;

export const repeatPostInput = z.object({
  postId: id,
  version,
  rule: z.string().max(500),
  /** The first time, on the workspace's clock; absent: when the post is planned. */
  from: z.string().max(100).optional(),
  /** Posts whose words are taken in turn with this one's. */
  alsoWordsOf: z
    .array(id)
    .max(mostWords - 1)
    .default([]),
});

export const endRecurrenceInput = z.object({
  recurrenceId: id,
  /** The first day of its rule on which it does not come any more; absent: today. */
  from: z.iso.date().optional(),
});
