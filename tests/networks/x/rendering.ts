import { createHash } from "node:crypto";

import twitterText from "twitter-text";

import { personOf, type World, type XPerson, type XPost } from "./world.ts";

/** Which of X's two vocabularies the server speaks: the specification's (2.167) or the older documents'. */
export type Vocabulary = "post" | "tweet";

/** A post as X shows it: links behind t.co, a link for its pictures, HTML escaped. */
export function renderPost(world: World, post: XPost, asked: Asked): Record<string, unknown> {
  const { text, entities } = renderText(world, post);
  const kind = asked.vocabulary;
  const keys = post.mediaIds.map((id) => `3_${id}`);
  const fields = {
    created_at: post.createdAt.toISOString(),
    conversation_id: post.conversationId,
    entities,
    attachments: keys.length > 0 ? { media_keys: keys } : undefined,
    public_metrics: metricsOf(world, post, kind),
  };
  const wanted = Object.entries(fields).filter(([name]) => asked.fields.has(name));
  const author = asked.expansions.has("author_id") ? { author_id: post.authorId } : {};
  const edits = { [`edit_history_${kind}_ids`]: [post.id] };
  return {
    id: post.id,
    text,
    ...edits,
    ...author,
    ...Object.fromEntries(wanted),
    ...referring(post, asked),
  };
}

function referring({ replyTo, quotes }: XPost, { vocabulary, expansions }: Asked) {
  const references = [
    ...(replyTo ? [{ type: "replied_to", id: replyTo }] : []),
    ...(quotes ? [{ type: "quoted", id: quotes }] : []),
  ];
  const [field, expansion] =
    vocabulary === "post"
      ? ["referenced_posts", "referenced_posts"]
      : ["referenced_tweets", "referenced_tweets.id"];
  return references.length > 0 && expansions.has(expansion) ? { [field]: references } : {};
}

export interface Asked {
  readonly fields: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
}

export function renderPerson(person: XPerson, fields: ReadonlySet<string>) {
  const picture = `https://pbs.twimg.com/profile_images/${person.id}/me_normal.jpg`;
  return {
    id: person.id,
    name: person.name,
    username: person.username,
    ...(fields.has("profile_image_url") ? { profile_image_url: picture } : {}),
    ...(fields.has("public_metrics") ? { public_metrics: metricsOfPerson } : {}),
  };
}

const metricsOfPerson = {
  followers_count: 321,
  following_count: 12,
  post_count: 99,
  listed_count: 3,
};

function metricsOf(world: World, post: XPost, vocabulary: Vocabulary) {
  const standing = world.posts.filter((one) => !one.isDeleted);
  const reposts = world.reposts.filter(({ postId }) => postId === post.id).length;
  return {
    [vocabulary === "post" ? "repost_count" : "retweet_count"]: reposts,
    reply_count: standing.filter(({ replyTo }) => replyTo === post.id).length,
    like_count: world.likes.filter(({ postId }) => postId === post.id).length,
    quote_count: standing.filter(({ quotes }) => quotes === post.id).length,
    bookmark_count: 0,
    impression_count: 0,
  };
}

function renderText(world: World, post: XPost) {
  const author = personOf(world, post.authorId);
  const links = twitterText.extractUrlsWithIndices(post.text, { extractUrlsWithoutProtocol: true });
  const urls: { url: string; expanded_url: string; display_url: string }[] = [];
  let shown = "";
  let from = 0;
  for (const { url, indices } of links) {
    const [start, end] = indices;
    const expanded = /^https?:/i.test(url) ? url : `http://${url}`;
    const short = shortened(expanded);
    urls.push({
      url: short,
      expanded_url: expanded,
      display_url: url.replace(/^https?:\/\//i, ""),
    });
    shown += escaped(post.text.slice(from, start)) + short;
    from = end;
  }
  shown += escaped(post.text.slice(from));
  if (post.mediaIds.length > 0) {
    const page = `https://x.com/${author.username}/status/${post.id}/photo/1`;
    urls.push({ url: shortened(page), expanded_url: page, display_url: `pic.x.com/${post.id}` });
    shown += `${shown ? " " : ""}${shortened(page)}`;
  }
  const mentions = world.people.flatMap((person) => placeOf(shown, `@${person.username}`, person));
  return {
    text: shown,
    entities: {
      ...(urls.length > 0
        ? { urls: urls.map((one) => ({ ...one, ...rangeOf(shown, one.url) })) }
        : {}),
      ...(mentions.length > 0 ? { mentions } : {}),
    },
  };
}

function placeOf(text: string, name: string, { id, username }: XPerson) {
  const found = new RegExp(`(?<![\\w@/])${name}(?![\\w@])`, "i").exec(text);
  return found ? [{ ...rangeOf(text, found[0]), username, id }] : [];
}

/** In code points, as X counts. */
function rangeOf(text: string, part: string) {
  const start = pointsIn(text.slice(0, text.indexOf(part)));
  return { start, end: start + pointsIn(part) };
}

function pointsIn(text: string): number {
  return text.replaceAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "x").length;
}

function shortened(url: string): string {
  return `https://t.co/${createHash("sha256").update(url).digest("base64url").replaceAll(/[-_]/g, "x").slice(0, 10)}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
