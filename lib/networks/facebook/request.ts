import { z } from "zod";

import type { Candidate, Json, JsonObject, Published } from "../contract/remote.ts";
import type { CommentAnswer, PostAnswer } from "./wire.ts";

/** What is frozen: the whole request, and what it holds, to know it again in a list. */
const request = z.object({
  /** A post or a comment that is commented on; absent for a post of its own. */
  on: z.string().optional(),
  params: z.record(z.string(), z.string()),
  text: z.string(),
  photos: z.array(z.string()),
});

export function requestIn(kept: JsonObject): z.infer<typeof request> {
  return request.parse(kept);
}

const reference = z.object({ id: z.string() });

/** The post or comment that a reference of ours names. */
export function idIn(target: Json): string {
  return reference.parse(target).id;
}

const site = "https://www.facebook.com";

/** Meta names a post by its page's number and its own; the site shows it under that name, too. */
export function publishedAs(id: string, permalink: string | undefined): Published {
  return { remoteId: id, reference: { id }, url: addressOf(permalink) ?? `${site}/${id}` };
}

/** Some answers have it without the host. */
export function addressOf(permalink: string | undefined): string | undefined {
  return permalink && (URL.parse(permalink, site)?.href ?? undefined);
}

export function candidateOf({
  id,
  message: text = "",
  created_time: at = "",
  permalink_url: permalink,
}: PostAnswer | CommentAnswer): Candidate {
  return { ...publishedAs(id, permalink), text, at };
}
