import { z } from "zod";

import type { Json, ReplyTarget } from "../contract/remote.ts";

/** What can be answered: a part of ours, or somebody's post and whether they asked for an answer. */
const id = z.string().regex(/^\d{1,19}$/);
const own = z.object({ id });
const others = z.object({
  id,
  by: z.string(),
  /** They named or quoted us in so many words; X lets tools answer nobody else. */
  isSummons: z.boolean(),
});
export type OthersPost = z.infer<typeof others>;
const target = z.union([others, own]);
export type Target = z.infer<typeof target>;

export function targetOf(replyTo: ReplyTarget | undefined): Target | undefined {
  return replyTo ? target.parse(replyTo.parent) : undefined;
}

export function answersOthers(replyTo: ReplyTarget | undefined): boolean {
  return replyTo !== undefined && others.safeParse(replyTo.parent).success;
}

export function ownReference(id: string): Json {
  return { id };
}
