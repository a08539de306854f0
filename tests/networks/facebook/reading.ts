import { fieldNames } from "../stand-in/graph-nodes.ts";
import { badParameter, GraphProblem } from "../stand-in/graph-problem.ts";
import type { Call } from "./routes.ts";
import { commentOf, nameOf, newId, type Comment, type Post } from "./world.ts";

const site = "https://www.facebook.com";

/** Newest first, page by page; Facebook names a cursor even where nothing is below. */
function paged<One>({ query }: Call, all: readonly One[], show: (one: One) => object): object {
  const size = Number(query.get("limit") ?? 25);
  if (!Number.isInteger(size) || size < 1 || size > 100) throw badParameter("limit: 1 to 100");
  const from = Number(Buffer.from(query.get("after") ?? "", "base64url").toString() || 0);
  const shown = all.slice(from, from + size).map(show);
  const after = Buffer.from(String(from + size)).toString("base64url");
  const hasMore = from + size < all.length;
  return {
    data: shown,
    paging: { cursors: { before: "x", after }, ...(hasMore && { next: "https://next.example" }) },
  };
}

function newestFirst<One extends { readonly at: Date }>(all: readonly One[]): One[] {
  return all.toReversed().toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

export function publishedPosts(call: Call): object {
  const { world, page, settings } = call;
  const until = world.now().getTime() - settings.listingLagMs;
  const own = world.posts.filter(
    (post) => post.authorId === page.id && !post.isDeleted && post.at.getTime() <= until,
  );
  return paged(call, newestFirst(own), (post) => shownPost(call, post));
}

/** Posts of others: on the page, or elsewhere naming it. */
export function strangersPosts(call: Call, isOnPage: boolean): object {
  const { world, page } = call;
  const found = world.posts.filter(
    (post) =>
      post.authorId !== page.id &&
      !post.isDeleted &&
      (isOnPage ? post.pageId === page.id : post.text.includes(`@[${page.id}]`)),
  );
  return paged(call, newestFirst(found), (post) => shownPost(call, post));
}

export function commentsOn(call: Call): object {
  const { world, id, query } = call;
  if (query.get("filter") !== "stream" || query.get("order") !== "reverse_chronological")
    throw badParameter("This stand-in shows comments as a stream, newest first.");
  const isUnder = (one: Comment) =>
    one.parentId === id || (one.postId === id && commentOf(world, id) === undefined);
  const found = world.comments.filter((one) => !one.isDeleted && isUnder(one));
  return paged(call, newestFirst(found), (one) => shownComment(call, one));
}

/** Told to the page alone. */
export function reactionsTo(call: Call, post: Post): object {
  return paged(call, [...post.likedBy], (id) => ({
    id,
    name: nameOf(call.world, id),
    type: post.feelings.get(id) ?? "LIKE",
  }));
}

export function ratings(call: Call): object {
  const { world, page, settings } = call;
  if (settings.hidesRatings)
    throw new GraphProblem(400, { code: 12, message: "(#12) Recommendation is deprecated" });
  const own = newestFirst(world.reviews.filter(({ pageId }) => pageId === page.id));
  return paged(call, own, ({ at, isPositive, text, personId }) => ({
    created_time: metaTime(at),
    recommendation_type: isPositive ? "positive" : "negative",
    review_text: text,
    reviewer: { id: personId, name: nameOf(world, personId) },
  }));
}

/** Not quite ISO 8601. */
function metaTime(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "+0000");
}

export function shownPost(call: Call, post: Post): object {
  const { world } = call;
  const media = post.photos.map((id) => ({ media_type: "photo", target: { id } }));
  const comments = world.comments.filter((one) => one.postId === post.id && !one.isDeleted);
  const told = asked(call, {
    id: post.id,
    message: post.text || undefined,
    created_time: metaTime(post.at),
    updated_time: metaTime(
      new Date(Math.max(...[post, ...comments].map(({ at }) => at.getTime()))),
    ),
    permalink_url: `${site}/${post.id.replace("_", "/posts/")}`,
    from: { id: post.authorId, name: nameOf(world, post.authorId) },
    full_picture: post.photos.length > 0 ? `${site}/photo.jpg` : undefined,
    shares: post.shares > 0 ? { count: post.shares } : undefined,
    comments: { data: [], summary: { total_count: comments.length } },
    reactions: { data: [], summary: { total_count: post.likedBy.size } },
    attachments: attachmentsOf(post, media),
  });
  return { ...told, ...reactionsByType(call, post) };
}

/** `reactions.type(SAD).limit(0).summary(true).as(sad)` */
function reactionsByType({ query }: Call, { likedBy, feelings }: Post): object {
  const named = (query.get("fields") ?? "").matchAll(/reactions\.type\((\w+)\)[^,]*\.as\((\w+)\)/g);
  return Object.fromEntries(
    [...named].map(([, type, name]) => {
      const count = [...likedBy].filter((id) => (feelings.get(id) ?? "LIKE") === type).length;
      return [name, { data: [], summary: { total_count: count } }];
    }),
  );
}

/** Several photos hang on one album; a link's card has a target, too. */
function attachmentsOf({ link }: Post, photos: readonly object[]): object | undefined {
  if (photos.length > 1)
    return { data: [{ media_type: "album", target: {}, subattachments: { data: photos } }] };
  if (photos.length === 1) return { data: photos };
  return link === undefined
    ? undefined
    : { data: [{ media_type: "link", target: { id: newId(), url: link } }] };
}

export function shownComment(call: Call, comment: Comment): object {
  const { world, settings } = call;
  const person = (id: string) => ({ id, name: nameOf(world, id) });
  const above = comment.parentId ? commentOf(world, comment.parentId) : undefined;
  return asked(call, {
    id: comment.id,
    message: comment.text || undefined,
    created_time: metaTime(comment.at),
    permalink_url: `/${comment.postId}?comment_id=${comment.id.split("_")[1]}`,
    // Left out of strangers' comments where a permission is missing.
    from:
      settings.hidesAuthors && comment.authorId !== call.page.id
        ? undefined
        : person(comment.authorId),
    parent: above && { id: above.id, from: person(above.authorId) },
    attachment: comment.photos.length > 0 ? { type: "photo" } : undefined,
    like_count: comment.likedBy.size,
    comment_count: world.comments.filter(({ parentId }) => parentId === comment.id).length,
  });
}

function asked({ query }: Call, all: Record<string, unknown>): object {
  const names = fieldNames(query.get("fields") ?? "id");
  return Object.fromEntries(
    names.flatMap((name) => {
      if (!(name in all)) throw badParameter(`(#100) Tried accessing nonexisting field (${name})`);
      return all[name] === undefined ? [] : [[name, all[name]]];
    }),
  );
}
