import { z } from "zod";

import { version } from "../workspaces/input.ts";

const id = z.string().min(1).max(64);
export const mostWords = 20;

export const repeatPostInput = z.object({
  postId: id,
  version,
  rule: z.string().max(500),
  /** The first time, as wall-clock time in the workspace's time zone; absent: the post's planned time. */
  from: z.string().max(100).optional(),
  /** Posts whose content alternates with this one's. */
  alsoWordsOf: z
    .array(id)
    .max(mostWords - 1)
    .default([]),
});

export const endRecurrenceInput = z.object({
  recurrenceId: id,
  /** The first day without an occurrence; absent: today. */
  from: z.iso.date().optional(),
});
