import { z } from "zod";

import type { Json, JsonObject, Published } from "../contract/remote.ts";

/** The stored request: the container, with the text and reply target by which it is recognised in a list. */
const request = z.object({
  container: z.string(),
  text: z.string(),
  replyTo: z.string().optional(),
});
export type ThreadsRequest = z.infer<typeof request>;

export function requestIn(kept: JsonObject): ThreadsRequest {
  return request.parse(kept);
}

const reference = z.object({ id: z.string() });

/** Returns the id of the post that a stored reference names. */
export function idIn(target: Json): string {
  return reference.parse(target).id;
}

export function publishedAs(id: string, handle: string, permalink: string | undefined): Published {
  const profile = `https://www.threads.net/@${encodeURIComponent(handle)}`;
  return { remoteId: id, reference: { id }, url: permalink ?? profile };
}
