import { z } from "zod";

import type { Candidate, Json, JsonObject, Published } from "../contract/remote.ts";
import type { CommentAnswer, PostAnswer } from "./wire.ts";

/** The stored request: what is sent, with the text and photo ids by which it is recognised in a list. */
const request = z.object({
  /** Id of the post or comment that is commented on; absent for a post. */
  on: z.string().optional(),
  params: z.record(z.string(), z.string()),
  text: z.string(),
  photos: z.array(z.string()),
});

export function requestIn(kept: JsonObject): z.infer<typeof request> {
  return request.parse(kept);
}

const reference = z.object({ id: z.string() });

/** Returns the id of the post or comment that a stored reference names. */
export function idIn(target: Json): string {
  return reference.parse(target).id;
}

const site = "https://www.facebook.com";

/**
 * Returns the published post. Its id is page id and post id together; facebook.com accepts it as an address
 * too.
 */
export function publishedAs(id: string, permalink: string | undefined): Published {
  return { remoteId: id, reference: { id }, url: addressOf(permalink) ?? `${site}/${id}` };
}

/** Returns an absolute URL; some of Facebook's permalinks have no host. */
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
