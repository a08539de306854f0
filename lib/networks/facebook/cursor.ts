import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { isDueAgain } from "../kit/is-due-again.ts";
import { abandoned, readWalk, type WalkCursor } from "../kit/walk.ts";

/** What others wrote beside comments: naming the page, on the page, about the page. */
export const lists = ["tagged", "visitor_posts", "ratings"] as const;
export type List = (typeof lists)[number];

/** Where a round stands: our posts, then what is new under them, then each of the lists. */
const shape = z.object({
  stage: z.enum(["posts", "comments", "reactions", "lists"]),
  /** Posts whose comments are still to be read in this round. */
  commented: z.array(z.string()),
  /** Posts that were reacted to since the last look, with how often. */
  reacted: z.array(z.object({ id: z.string(), count: z.number() })),
  rest: z.array(z.enum(lists)),
  /** How far each list was read: a post's comments by its id, and the lists. */
  walks: z.record(z.string(), z.json()),
  /** By post: how many reactions there were, and whose were told. */
  reactions: z.record(z.string(), z.object({ count: z.number(), known: z.array(z.string()) })),
  /** By post: what Facebook said of its comments when they were last read, and when that was. */
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

/** One more page of a list was read. */
export function afterWalk(cursor: Cursor, list: string, walk: WalkCursor): Cursor {
  const walks = { ...cursor.walks, [list]: walk };
  return walk.walk === null ? without({ ...cursor, walks }, list) : { ...cursor, walks };
}

/** It cannot be read. A page of it that Facebook does not know any more is not asked for again: the next round begins anew. */
export function unreadable(cursor: Cursor, list: string): Cursor {
  const before = walkOf(cursor, list);
  if (before.walk === null) return without(cursor, list);
  const { [list]: _, ...looked } = cursor.looked;
  const walks = { ...cursor.walks, [list]: abandoned(before) };
  return without({ ...cursor, walks, looked }, list);
}

/** A list was read as far as it has to be. */
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
  /** In milliseconds. */
  readonly postedAt: number;
  /** When something about it last changed. */
  readonly updated: string;
  readonly comments: number;
  readonly reactions: number;
}

/** A round begins. What is no longer asked about is forgotten. */
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

/** An answer to a comment changes neither the count nor, always, when the post was changed: so there is a look now and then. */
function isDue(
  { comments, updated, postedAt }: Counted,
  last: Cursor["looked"][string] | undefined,
  now: number,
): boolean {
  if (!last) return comments > 0;
  const isChanged = comments !== last.comments || updated !== last.updated;
  return isChanged || isDueAgain(last.at, postedAt, now);
}

/** The round ends where the next begins. */
function atNext(cursor: Cursor): Cursor {
  if (cursor.commented.length > 0) return { ...cursor, stage: "comments" };
  if (cursor.reacted.length > 0) return { ...cursor, stage: "reactions" };
  return { ...cursor, stage: cursor.rest.length > 0 ? "lists" : "posts" };
}
