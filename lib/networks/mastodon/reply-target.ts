import { z } from "zod";

import type { Visibility } from "../contract/limits.ts";
import type { Json } from "../contract/remote.ts";
import { networkVisibilities } from "./limits.ts";
import type { StatusAnswer } from "./wire.ts";

/** What replying, favouriting or boosting needs. `handle` is set only for somebody else's post. */
const target = z.object({
  id: z.string(),
  handle: z.string().optional(),
  visibility: z.string().optional(),
});
export type Target = z.infer<typeof target>;

export function targetIn(parent: Json): Target {
  return target.parse(parent);
}

export function targetOf({ id, visibility }: StatusAnswer, handle: string): Json {
  return { id, handle, ...(visibility ? { visibility } : {}) };
}

const narrowing = Object.values(networkVisibilities) as readonly string[];

/** Returns the reply's visibility, which is never wider than that of the post it answers. */
export function visibilityOf(chosen: Visibility | undefined, answered: Target | undefined): string {
  const own = networkVisibilities[chosen ?? "public"];
  const theirs = answered?.visibility ?? "";
  return narrowing.indexOf(theirs) > narrowing.indexOf(own) ? theirs : own;
}

/**
 * Puts the author's mention before a reply if it fits, because servers notify only people who are mentioned.
 */
export function addressed(
  text: string,
  answered: Target | undefined,
  fits: (text: string) => boolean,
): string {
  const handle = answered?.handle;
  if (!handle || text.toLowerCase().includes(`@${handle.toLowerCase()}`)) return text;
  const named = `@${handle} ${text}`;
  return fits(named) ? named : text;
}
