import { z } from "zod";

import type { Json, JsonObject, Published } from "../contract/remote.ts";
import type { PostAnswer } from "./wire.ts";

/** The stored request: a post as it is sent, or a reply to a review. */
const post = z.object({
  kind: z.literal("post"),
  body: z.record(z.string(), z.unknown()),
  summary: z.string(),
  topic: z.string(),
});
const reply = z.object({ kind: z.literal("reply"), review: z.string(), text: z.string() });

export type OutgoingRequest = z.infer<typeof post> | z.infer<typeof reply>;

export function requestIn(kept: JsonObject): OutgoingRequest {
  return z.union([post, reply]).parse(kept);
}

/** Reference to one of the place's posts, a review, or the reply to a review, by its resource name. */
const reference = z.object({ name: z.string() });

export function nameIn(target: Json): string {
  return reference.parse(target).name;
}

const replyEnd = "/reply";

/** Returns the review that a reply belongs to; undefined for a post. */
export function reviewOf(name: string): string | undefined {
  return name.endsWith(replyEnd) ? name.slice(0, -replyEnd.length) : undefined;
}

export function publishedPost({
  name,
  searchUrl,
}: Pick<PostAnswer, "name" | "searchUrl">): Published {
  return { remoteId: name, reference: { name }, url: searchUrl ?? "https://business.google.com/" };
}

export function publishedReply(review: string): Published {
  const name = review + replyEnd;
  return { remoteId: name, reference: { name }, url: "https://business.google.com/reviews" };
}
