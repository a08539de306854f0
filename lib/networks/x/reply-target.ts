import { z } from "zod";

import type { Json, ReplyTarget } from "../contract/remote.ts";

/** A post to reply to: a part of ours, or somebody's post and whether its author addressed us. */
const id = z.string().regex(/^\d{1,19}$/);
const own = z.object({ id });
const others = z.object({
  id,
  by: z.string(),
  /** The author mentioned or quoted us in the text; X allows tools to reply only then. */
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
