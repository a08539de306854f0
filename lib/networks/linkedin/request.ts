import { z } from "zod";

import type { Candidate, JsonObject, Published } from "../contract/remote.ts";
import { postAddress } from "./failure.ts";
import { plainText } from "./little-text.ts";
import type { Target } from "./reply-target.ts";
import type { LinkedInSettings } from "./settings.ts";
import { commentIdIn, encodeUrn, madeAt, urn } from "./urn.ts";
import type { CommentAnswer, PostAnswer } from "./wire.ts";

/** The stored request: a post, or a comment under one. */
const postBody = z.looseObject({ author: urn, commentary: z.string() });
const commentBody = z.looseObject({
  actor: urn,
  object: urn,
  message: z.object({ text: z.string() }),
  parentComment: urn.optional(),
});
const request = z.union([z.object({ post: postBody }), z.object({ comment: commentBody })]);

export type OutgoingRequest =
  | { readonly kind: "post"; readonly body: JsonObject }
  | { readonly kind: "comment"; readonly body: z.infer<typeof commentBody>; readonly on: Target };

export function requestIn(snapshot: JsonObject): OutgoingRequest {
  const read = request.parse(snapshot);
  if ("post" in read) return { kind: "post", body: read.post as JsonObject };
  const { object: post, parentComment: comment } = read.comment;
  return { kind: "comment", body: read.comment, on: { post, ...(comment ? { comment } : {}) } };
}

/** Returns the path of the comments under a post or comment. */
export function commentsPath({ post, comment }: Target): string {
  return `/rest/socialActions/${encodeUrn(comment ?? post)}/comments`;
}

/** Returns the path of one comment; `actor`, its author, is needed to change or delete it. */
export function commentPath({ post, comment = "" }: Target, actor?: string): string {
  const path = `/rest/socialActions/${encodeUrn(post)}/comments/${commentIdIn(comment)}`;
  return actor ? `${path}?actor=${encodeUrn(actor)}` : path;
}

export function publishedPost({ web }: LinkedInSettings, post: string): Published {
  return { remoteId: post, reference: { post }, url: postAddress(web, post) };
}

export function publishedComment(
  { web }: LinkedInSettings,
  { post }: Target,
  comment: string,
): Published {
  const url = `${postAddress(web, post)}?commentUrn=${encodeUrn(comment)}`;
  return { remoteId: comment, reference: { post, comment }, url };
}

export function postCandidate(settings: LinkedInSettings, post: PostAnswer): Candidate {
  const at = new Date(post.createdAt ?? 0).toISOString();
  return { ...publishedPost(settings, post.id), text: plainText(post.commentary), at };
}

export function commentCandidate(
  settings: LinkedInSettings,
  on: Target,
  { commentUrn, message, created }: CommentAnswer,
): Candidate {
  const at = new Date(created.time).toISOString();
  return { ...publishedComment(settings, on, commentUrn), text: message.text, at };
}

/**
 * Returns the post whose URN is in an address; undefined for others. The address that a browser shows names
 * an activity, whose number differs.
 */
export function postAt(settings: LinkedInSettings, url: string): Candidate | undefined {
  const read = URL.parse(url);
  if (!read || !isTheirs(settings, read)) return undefined;
  const path = read.pathname.replaceAll(/%3A/gi, ":");
  const [, post] = /^\/feed\/update\/(urn:li:(?:share|ugcPost):\d+)/.exec(path) ?? [];
  const at = post && madeAt(post);
  return at ? { ...publishedPost(settings, post), text: "", at } : undefined;
}

function isTheirs({ web }: LinkedInSettings, { origin, hostname }: URL): boolean {
  return origin === web || /(^|\.)linkedin\.com$/.test(hostname);
}
