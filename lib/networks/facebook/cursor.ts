import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { isDueAgain } from "../kit/is-due-again.ts";
import { abandoned, readWalk, type WalkCursor } from "../kit/walk.ts";

/**
 * Lists of what other people wrote besides comments: posts that tag the page, posts on the page, and reviews.
 */
export const lists = ["tagged", "visitor_posts", "ratings"] as const;
export type List = (typeof lists)[number];

/** State of a round: first the page's posts, then new comments and reactions on them, then each list. */
const shape = z.object({
  stage: z.enum(["posts", "comments", "reactions", "lists"]),
  /** Posts whose comments are still to be read in this round. */
  commented: z.array(z.string()),
  /** Posts whose reaction count changed since the last look, with the count. */
  reacted: z.array(z.object({ id: z.string(), count: z.number() })),
  rest: z.array(z.enum(lists)),
  /** How far each list was read; keys are post ids (for their comments) and the names of the lists. */
  walks: z.record(z.string(), z.json()),
  /** By post id: the reaction count at the last look, and the people whose reactions were collected. */
  reactions: z.record(z.string(), z.object({ count: z.number(), known: z.array(z.string()) })),
  /** By post id: Facebook's comment count and update time at the last reading, and when that was (ms). */
  looked: z
    .record(z.string(), z.object({ comments: z.number(), updated: z.string(), at: z.number() }))
    .default({}),
});
export type Cursor = z.infer<typeof shape>;

const beginning: Cursor = {
  stage: "posts",
  commented: [],
  reacted: [],
  rest: [],
  walks: {},
  reactions: {},
  looked: {},
};

export function readCursor(stored: Json): Cursor {
  return stored === null ? beginning : shape.parse(stored);
}

export function walkOf({ walks }: Cursor, list: string): WalkCursor {
  return readWalk(walks[list] ?? null);
}

/** Records that one more page of a list was read. */
export function afterWalk(cursor: Cursor, list: string, walk: WalkCursor): Cursor {
  const walks = { ...cursor.walks, [list]: walk };
  return walk.walk === null ? without({ ...cursor, walks }, list) : { ...cursor, walks };
}

/**
 * Skips a list that cannot be read. A stored page of it is dropped, so the next round reads it from the
 * start.
 */
export function unreadable(cursor: Cursor, list: string): Cursor {
  const before = walkOf(cursor, list);
  if (before.walk === null) return without(cursor, list);
  const { [list]: _, ...looked } = cursor.looked;
  const walks = { ...cursor.walks, [list]: abandoned(before) };
  return without({ ...cursor, walks, looked }, list);
}

/** Removes a list from the rest of the round. */
function without(cursor: Cursor, list: string): Cursor {
  return atNext({
    ...cursor,
    commented: cursor.commented.filter((id) => id !== list),
    rest: cursor.rest.filter((one) => one !== list),
  });
}

export function afterReactions(
  cursor: Cursor,
  { id, count }: Cursor["reacted"][number],
  known: readonly string[],
): Cursor {
  return atNext({
    ...cursor,
    reacted: cursor.reacted.filter((one) => one.id !== id),
    reactions: { ...cursor.reactions, [id]: { count, known: [...known] } },
  });
}

export interface Counted {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly postedAt: number;
  /** Facebook's `updated_time` of the post; empty if not given. */
  readonly updated: string;
  readonly comments: number;
  readonly reactions: number;
}

/** Starts a round and drops what is stored of posts that are no longer read. */
export function withPosts(before: Cursor, recent: readonly Counted[], now: number): Cursor {
  const kept = new Set<string>([...recent.map(({ id }) => id), ...lists]);
  const keep = <Value>(all: Record<string, Value>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  const reactions = keep(before.reactions);
  const due = recent.filter((post) => isDue(post, before.looked[post.id], now));
  const looked = due.map(({ id, comments, updated }) => [id, { comments, updated, at: now }]);
  return atNext({
    stage: "posts",
    commented: due.map(({ id }) => id),
    reacted: recent
      .filter(({ id, reactions: count }) => count !== (reactions[id]?.count ?? 0))
      .map(({ id, reactions: count }) => ({ id, count })),
    rest: [...lists],
    walks: keep(before.walks),
    reactions,
    looked: { ...keep(before.looked), ...Object.fromEntries(looked) },
  });
}

/**
 * Whether a post's comments are to be read. A reply to a comment may change neither count nor update time, so
 * posts are also read again from time to time.
 */
function isDue(
  { comments, updated, postedAt }: Counted,
  last: Cursor["looked"][string] | undefined,
  now: number,
): boolean {
  if (!last) return comments > 0;
  const isChanged = comments !== last.comments || updated !== last.updated;
  return isChanged || isDueAgain(last.at, postedAt, now);
}

/** Sets the next stage; after the last one the next round starts with the posts. */
function atNext(cursor: Cursor): Cursor {
  if (cursor.commented.length > 0) return { ...cursor, stage: "comments" };
  if (cursor.reacted.length > 0) return { ...cursor, stage: "reactions" };
  return { ...cursor, stage: cursor.rest.length > 0 ? "lists" : "posts" };
}
