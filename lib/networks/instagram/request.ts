import { z } from "zod";

import type { Json, JsonObject, Published } from "../contract/remote.ts";

/**
 * What a reply is written under: the account's own media, a comment, or another person's media that tags the
 * account.
 */
const target = z.object({ id: z.string(), kind: z.enum(["media", "comment", "mention"]) });
export type Target = z.infer<typeof target>;

/** The stored request: a container with its text, or a whole comment. */
const request = z.union([
  z.object({ container: z.string(), text: z.string(), isCarousel: z.boolean().optional() }),
  z.object({ on: target, text: z.string() }),
]);

export function requestIn(kept: JsonObject): z.infer<typeof request> {
  return request.parse(kept);
}

export function targetIn(reference: Json): Target {
  return target.parse(reference);
}

export function publishedAs(
  id: string,
  kind: Target["kind"],
  handle: string,
  permalink: string | undefined,
): Published {
  const profile = `https://www.instagram.com/${encodeURIComponent(handle)}/`;
  return { remoteId: id, reference: { id, kind }, url: permalink ?? profile };
}
