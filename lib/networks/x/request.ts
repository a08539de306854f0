import { z } from "zod";

import type { Candidate, JsonObject, Published } from "../contract/remote.ts";
import { ownReference } from "./reply-target.ts";
import type { XSettings } from "./settings.ts";

/** The body of `POST /2/tweets` as `prepare` makes it. X refuses unknown fields. */
const request = z.object({
  text: z.string().optional(),
  media: z.object({ media_ids: z.array(z.string()) }).optional(),
  poll: z.object({ options: z.array(z.string()), duration_minutes: z.number() }).optional(),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
  reply_settings: z.string().optional(),
  made_with_ai: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
});
export type PostRequest = z.infer<typeof request>;

export function requestIn(snapshot: JsonObject): PostRequest {
  return request.parse(snapshot);
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

/**
 * Returns this account's post at an address from a browser; undefined for other addresses. The time is taken
 * from the id.
 */
export function postAt(
  settings: XSettings,
  account: { readonly handle: string },
  url: string,
): Candidate | undefined {
  const [, handle = "", id] = /^https?:\/\/[^/]+\/(\w+)\/status\/(\d{1,19})/.exec(url) ?? [];
  const isOurs = handle.toLowerCase() === account.handle.toLowerCase();
  if (!id || !isOurs || !isHostOf(settings, url)) return undefined;
  const { remoteId, reference } = publishedAs(settings, account.handle, id);
  return { remoteId, reference, url, text: "", at: madeAt(id).toISOString() };
}

function isHostOf({ web }: XSettings, url: string): boolean {
  const hosts = new Set([new URL(web).host, "x.com", "www.x.com", "mobile.x.com", "twitter.com"]);
  return hosts.has(URL.parse(url)?.host ?? "");
}

export function madeAt(id: string): Date {
  return new Date(Number((BigInt(id) >> 22n) + 1_288_834_974_657n));
}

/** Returns the address of X's composer with the text filled in; the person sends the post there. */
export function composerAddress(web: string, text: string, inReplyTo: string | undefined): string {
  const query = new URLSearchParams({ text, ...(inReplyTo ? { in_reply_to: inReplyTo } : {}) });
  return `${web}/intent/post?${query.toString()}`;
}
