import { fieldNames } from "../stand-in/graph-nodes.ts";
import { badParameter } from "../stand-in/graph-problem.ts";
import { namesIn, personOf, type Media, type Person, type World } from "./world.ts";

interface Asked {
  readonly world: World;
  readonly us: Person;
  readonly query: URLSearchParams;
}

/** Newest first, page by page; a cursor is named even where nothing is below. */
export function page(
  asked: Asked,
  found: readonly Media[],
  show: (media: Media) => object,
  lagMs = 0,
): object {
  const { world, query } = asked;
  const seen = world.now().getTime() - lagMs;
  const sorted = found
    .filter(({ isDeleted, at }) => !isDeleted && at.getTime() <= seen)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (BigInt(b.id) > BigInt(a.id) ? 1 : -1));
  const size = Number(query.get("limit") ?? 25);
  if (!Number.isInteger(size) || size < 1 || size > 100) throw badParameter("limit: 1 to 100");
  const from = Number(Buffer.from(query.get("after") ?? "", "base64url").toString() || 0);
  const after = Buffer.from(String(from + size)).toString("base64url");
  const hasMore = from + size < sorted.length;
  const cursors = { before: "x", after };
  return {
    data: sorted.slice(from, from + size).map(show),
    paging: { cursors, ...(hasMore && { next: "https://next.example" }) },
  };
}

export function ownMedia({ world, us }: Asked): Media[] {
  return world.posts.filter(({ authorId, replyTo }) => authorId === us.id && !replyTo);
}

/** Of somebody who tagged us: here, who names us. */
export function tagged({ world, us }: Asked): Media[] {
  return world.posts.filter(
    ({ authorId, text, replyTo }) =>
      authorId !== us.id && !replyTo && namesIn(text).includes(us.username.toLowerCase()),
  );
}

export function answersTo({ world }: Asked, above: Media): Media[] {
  return world.posts.filter(({ replyTo }) => replyTo === above.id);
}

/** Not quite ISO 8601. */
function metaTime(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "+0000");
}

export function shownMedia(asked: Asked, media: Media): object {
  const { world } = asked;
  const under = world.posts.filter(({ isDeleted }) => !isDeleted);
  const comments = under.filter(({ replyTo }) => replyTo === media.id);
  const answers = under.filter(({ replyTo }) => comments.some(({ id }) => id === replyTo));
  return chosen(asked, {
    id: media.id,
    caption: media.text || undefined,
    username: personOf(world, media.authorId).username,
    timestamp: metaTime(media.at),
    permalink: `https://www.instagram.com/p/${media.id}/`,
    comments_count: comments.length + answers.length,
    like_count: media.likes,
    media_type: media.alts.length > 1 ? "CAROUSEL_ALBUM" : "IMAGE",
  });
}

export function shownComment(asked: Asked, comment: Media, areAnswersShown = true): object {
  const { world } = asked;
  const { id, username } = personOf(world, comment.authorId);
  const answers = answersTo(asked, comment).filter(({ isDeleted }) => !isDeleted);
  const all = {
    id: comment.id,
    text: comment.text,
    username,
    timestamp: metaTime(comment.at),
    from: { id, username },
    like_count: comment.likes,
    replies:
      areAnswersShown && answers.length > 0
        ? { data: answers.map((answer) => shownComment(asked, answer, false)) }
        : undefined,
  };
  return areAnswersShown ? chosen(asked, all) : all;
}

function chosen({ query }: Asked, all: Record<string, unknown>): object {
  const names = fieldNames(query.get("fields") ?? "id");
  return Object.fromEntries(
    names.flatMap((name) => {
      if (!(name in all)) throw badParameter(`Tried accessing nonexisting field (${name})`);
      return all[name] === undefined ? [] : [[name, all[name]]];
    }),
  );
}
