import { z } from "zod";

import type { JsonObject, Published } from "../remote.ts";
import { ownReference } from "./reply-target.ts";
import type { XSettings } from "./settings.ts";

/** The body of `POST /2/tweets`, as `prepare` freezes it. X refuses any field that it does not know. */
const request = z.object({
  text: z.string().optional(),
  media: z.object({ media_ids: z.array(z.string()) }).optional(),
  poll: z.object({ options: z.array(z.string()), duration_minutes: z.number() }).optional(),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
});
export type PostRequest = z.infer<typeof request>;

export function requestIn(frozen: JsonObject): PostRequest {
  return request.parse(frozen);
}

export function publishedAs(
  { web }: XSettings,
  handle: string,
  id: string,
): { kind: "published" } & Published {
  const url = postAddress(web, handle, id);
  return { kind: "published", remoteId: id, reference: ownReference(id), url };
}

export function postAddress(web: string, handle: string, id: string): string {
  return `${web}/${handle}/status/${id}`;
}

/** X's own composer with the text filled in; the person presses the button. */
export function composerAddress(web: string, text: string, inReplyTo: string | undefined): string {
  const query = new URLSearchParams({ text, ...(inReplyTo ? { in_reply_to: inReplyTo } : {}) });
  return `${web}/intent/post?${query.toString()}`;
}
