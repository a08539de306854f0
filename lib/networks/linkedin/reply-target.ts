import { z } from "zod";

import type { ReplyTarget } from "../contract/remote.ts";
import { urn } from "./urn.ts";

/** A post, or a comment under one: what is answered, edited or deleted. */
const target = z.object({ post: urn, comment: urn.optional() });
export type Target = z.infer<typeof target>;

export function targetOf(replyTo: ReplyTarget | undefined): Target | undefined {
  return replyTo && target.parse(replyTo.parent);
}

export function targetIn(reference: unknown): Target {
  return target.parse(reference);
}
