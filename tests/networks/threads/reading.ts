import { badParameter } from "../stand-in/graph-problem.ts";
import {
  namesIn,
  personOf,
  postOf,
  rootOf,
  type Person,
  type ThreadsPost,
  type World,
} from "./world.ts";

const fields = new Set(
  "id text username timestamp permalink media_type has_replies is_reply_owned_by_me root_post replied_to profile_picture_url shortcode is_reply is_quote_post hide_status".split(
    " ",
  ),
);

interface Asked {
  readonly world: World;
  readonly us: Person;
  readonly query: URLSearchParams;
}

/** Newest first, page by page. */
export function page(asked: Asked, found: readonly ThreadsPost[], lagMs = 0): object {
  const { world, query } = asked;
  const seen = world.now().getTime() - lagMs;
  const sorted = found
    .filter(({ isDeleted, at }) => !isDeleted && at.getTime() <= seen)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (BigInt(b.id) > BigInt(a.id) ? 1 : -1));
  const size = Number(query.get("limit") ?? 25);
  if (!Number.isInteger(size) || size < 1 || size > 100) throw badParameter("limit: 1 to 100");
  const from = Number(Buffer.from(query.get("after") ?? "", "base64url").toString() || 0);
  const shown = sorted.slice(from, from + size).map((post) => shownPost(asked, post));
  const after = Buffer.from(String(from + size)).toString("base64url");
  const hasMore = from + size < sorted.length;
  return { data: shown, ...(hasMore && { paging: { cursors: { before: "x", after } } }) };
}

export function ownPosts({ world, us }: Asked, areReplies: boolean): ThreadsPost[] {
  return world.posts.filter(
    ({ authorId, replyTo }) => authorId === us.id && (replyTo !== undefined) === areReplies,
  );
}

/** All depths, flat; our own answers too. */
export function conversation({ world }: Asked, root: ThreadsPost): ThreadsPost[] {
  return world.posts.filter((post) => post.id !== root.id && rootOf(world, post).id === root.id);
}

export function mentions({ world, us }: Asked): ThreadsPost[] {
  return world.posts.filter(
    ({ authorId, text }) => authorId !== us.id && namesIn(text).includes(us.username.toLowerCase()),
  );
}

export function shownPost({ world, us, query }: Asked, post: ThreadsPost): object {
  const wanted = (query.get("fields") ?? "id").split(",");
  for (const name of wanted)
    if (!fields.has(name)) throw badParameter(`Tried accessing nonexisting field (${name})`);
  const author = personOf(world, post.authorId);
  const above = postOf(world, post.replyTo);
  const all: Record<string, unknown> = {
    id: post.id,
    text: post.text,
    username: author.username,
    // Not quite ISO 8601.
    timestamp: post.at.toISOString().replace(/\.\d+Z$/, "+0000"),
    permalink: `https://www.threads.net/@${author.username}/post/${post.id}`,
    media_type: mediaType(post),
    has_replies: world.posts.some(({ replyTo, isDeleted }) => replyTo === post.id && !isDeleted),
    is_reply: post.replyTo !== undefined,
    is_reply_owned_by_me: post.replyTo !== undefined && author.id === us.id,
    root_post: above && { id: rootOf(world, post).id },
    replied_to: above && { id: above.id },
  };
  return Object.fromEntries(
    wanted.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])),
  );
}

function mediaType({ alts }: ThreadsPost): string {
  if (alts.length === 0) return "TEXT_POST";
  return alts.length === 1 ? "IMAGE" : "CAROUSEL_ALBUM";
}

export function insights({ world, query }: Asked, post: ThreadsPost): object {
  const counts: Record<string, number> = {
    views: 10,
    likes: post.likes,
    reposts: post.reposts,
    quotes: 0,
    shares: 0,
    replies: world.posts.filter(({ replyTo, isDeleted }) => replyTo === post.id && !isDeleted)
      .length,
  };
  const names = (query.get("metric") ?? "").split(",");
  const data = names.map((name) => {
    const value = counts[name];
    if (value === undefined) throw badParameter(`(#100) metric: ${name} is not valid`);
    return { name, period: "lifetime", values: [{ value }] };
  });
  return { data };
}
