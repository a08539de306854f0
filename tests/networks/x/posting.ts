import twitterText from "twitter-text";

import type { XMedia } from "./media.ts";
import { forbidden, invalid } from "./problem.ts";
import { addPost, isSummoned, names, personOf, postOf, type World, type XPerson } from "./world.ts";

const fields = new Set(
  "text media poll reply quote_tweet_id reply_settings community_id share_with_followers geo card_uri direct_message_deep_link for_super_followers_only nullcast made_with_ai paid_partnership edit_options".split(
    " ",
  ),
);
const longestText = 280;

interface Body {
  text?: unknown;
  media?: { media_ids?: unknown };
  poll?: { options?: unknown; duration_minutes?: unknown };
  reply?: { in_reply_to_tweet_id?: unknown };
  quote_tweet_id?: unknown;
}

/** `POST /2/tweets` on a self-serve plan: every rule of 2026 that is known. */
export function createPost(
  world: World,
  media: XMedia,
  author: XPerson,
  raw: Record<string, unknown>,
  { doMentionsOfRepliesCount }: { doMentionsOfRepliesCount: boolean },
) {
  checkFields(raw);
  const body: Body = raw;
  const text = textOf(body);
  const mediaIds = mediaOf(body);
  const poll = pollOf(body, mediaIds.length > 0);
  if (text.trim() === "" && mediaIds.length === 0) throw invalid("Your post has no text.");
  if (weightOf(text) > longestText) throw invalid("Your Tweet text is too long.", { text: [text] });
  media.checkUsable(author.id, mediaIds);
  if (body.quote_tweet_id !== undefined)
    throw forbidden("You are not permitted to quote posts with this plan.");
  checkChoices(raw);
  const replyTo = replyOf(world, author, body, doMentionsOfRepliesCount);
  checkMentions(world, author, text, replyTo);
  checkDuplicate(world, author, text, mediaIds, replyTo);
  return addPost(world, author, { text, mediaIds, replyTo, poll });
}

/** What a post with this text costs, in millionths of a dollar. */
export function priceOf(text: unknown, isReply: boolean): number {
  if (typeof text === "string" && twitterText.extractUrls(text).length > 0) return 200_000;
  return isReply ? 10_000 : 15_000;
}

function checkFields(raw: Record<string, unknown>): void {
  for (const name of Object.keys(raw))
    if (!fields.has(name))
      throw invalid(`[${name}] is not one of the known fields`, { [name]: [] });
}

/** The enumeration of the specification 2.167. */
function checkChoices({
  reply_settings,
  made_with_ai = true,
  paid_partnership = true,
}: Record<string, unknown>) {
  const known = [undefined, "following", "mentionedUsers", "subscribers", "verified"];
  if (!known.includes(reply_settings as string | undefined))
    throw invalid("$.reply_settings: does not have a value in the enumeration");
  if (typeof made_with_ai !== "boolean" || typeof paid_partnership !== "boolean")
    throw invalid("$.made_with_ai, $.paid_partnership: boolean expected");
}

function textOf({ text = "" }: Body): string {
  if (typeof text !== "string") throw invalid("$.text: string expected", { text: [] });
  return text;
}

function weightOf(text: string): number {
  return twitterText.parseTweet(text).weightedLength;
}

function mediaOf({ media }: Body): string[] {
  if (media === undefined) return [];
  const ids = media.media_ids;
  if (!Array.isArray(ids) || ids.length < 1 || ids.length > 4)
    throw invalid("$.media.media_ids: 1 to 4 ids expected");
  return ids.map(String);
}

function pollOf({ poll }: Body, hasMedia: boolean) {
  if (poll === undefined) return undefined;
  const { options, duration_minutes } = poll;
  const areOptions =
    Array.isArray(options) &&
    options.length >= 2 &&
    options.length <= 4 &&
    options.every((one) => typeof one === "string" && one.length >= 1 && one.length <= 25);
  const minutes = Number(duration_minutes);
  if (!areOptions || !Number.isInteger(minutes) || minutes < 5 || minutes > 10_080)
    throw invalid("$.poll: 2 to 4 options of 1 to 25 characters, 5 to 10080 minutes");
  if (hasMedia) throw invalid("A post has a poll or media, not both.");
  return { options: options as string[], duration_minutes: minutes };
}

function replyOf(world: World, author: XPerson, { reply }: Body, isLenient: boolean) {
  if (reply === undefined) return undefined;
  const id = reply.in_reply_to_tweet_id;
  const target = typeof id === "string" ? postOf(world, id) : undefined;
  if (!target)
    throw forbidden("You attempted to reply to a Tweet that is deleted or not visible to you.");
  if (target.authorId === author.id) return target.id;
  const answered = target.replyTo ? postOf(world, target.replyTo) : undefined;
  const isAnswerToUs = answered?.authorId === author.id;
  if (isSummoned(world, target, author) || (isLenient && isAnswerToUs)) return target.id;
  throw forbidden(
    "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.",
  );
}

/** Naming somebody who did not ask for it is not for tools. */
function checkMentions(world: World, author: XPerson, text: string, replyTo: string | undefined) {
  const target = replyTo ? postOf(world, replyTo) : undefined;
  const asked = target ? personOf(world, target.authorId).username.toLowerCase() : undefined;
  const unasked = names(text).filter((name) => name !== asked);
  const known = new Set(world.people.map(({ username }) => username.toLowerCase()));
  if (unasked.some((name) => known.has(name) && name !== author.username.toLowerCase()))
    throw forbidden("You are not permitted to mention users who have not engaged with you.");
}

/** The answer does not say which post it is. */
function checkDuplicate(
  world: World,
  author: XPerson,
  text: string,
  mediaIds: readonly string[],
  replyTo: string | undefined,
): void {
  const since = world.now().getTime() - 24 * 60 * 60_000;
  const isThere = world.posts.some(
    (post) =>
      post.authorId === author.id &&
      !post.isDeleted &&
      post.createdAt.getTime() >= since &&
      bare(post.text) === bare(text) &&
      (replyTo === undefined) === (post.replyTo === undefined) &&
      mediaIds.length === 0 &&
      post.mediaIds.length === 0,
  );
  if (isThere) throw forbidden("You are not allowed to create a Tweet with duplicate content.");
}

function bare(text: string): string {
  return text.normalize("NFC").trim();
}
