import { z } from "zod";

import type { Json, JsonObject, Published } from "../contract/remote.ts";

/** What is frozen: the container that waits on the network, and what it holds, to know it again. */
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

/** The post that a reference of ours names. */
export function idIn(target: Json): string {
  return reference.parse(target).id;
}

export function publishedAs(id: string, handle: string, permalink: string | undefined): Published {
  const profile = `https://www.threads.net/@${encodeURIComponent(handle)}`;
  return { remoteId: id, reference: { id }, url: permalink ?? profile };
}
