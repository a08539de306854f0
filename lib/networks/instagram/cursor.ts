import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { abandoned, leadsOn, readWalk, type WalkCursor, withPage } from "../kit/walk.ts";

/**
 * State of a round: first the account's media, then the comments of media with new ones, then media that tag
 * the account.
 */
const shape = z.object({
  stage: z.enum(["media", "comments", "tags"]),
  todo: z.array(z.object({ id: z.string(), count: z.number() })),
  /** Cursor of the next page of the comments being read; null for the first page. */
  page: z.string().nullable(),
  /** Fingerprints of the pages read so far, to notice a repetition. */
  pages: z.array(z.string()).default([]),
  /**
   * By media id: the comment count at the last look, and the ids of collected comments, because a new reply
   * may stand under an old comment.
   */
  told: z.record(z.string(), z.object({ count: z.number(), known: z.array(z.string()) })),
  tags: z.json(),
});
export type Cursor = z.infer<typeof shape>;

const beginning: Cursor = { stage: "media", todo: [], page: null, pages: [], told: {}, tags: null };
const mostKnown = 600;

export function readCursor(stored: Json): Cursor {
  return stored === null ? beginning : shape.parse(stored);
}

/** Starts a round and drops what is stored of posts that are no longer read. */
export function withMedia(before: Cursor, recent: Cursor["todo"]): Cursor {
  const ids = new Set(recent.map(({ id }) => id));
  const told = Object.fromEntries(Object.entries(before.told).filter(([id]) => ids.has(id)));
  const todo = recent.filter(({ id, count }) => count !== (told[id]?.count ?? 0));
  return {
    ...before,
    stage: todo.length > 0 ? "comments" : "tags",
    todo,
    page: null,
    pages: [],
    told,
  };
}

/** Records that one more page of a media's comments was read; after its last page the next media follows. */
export function afterComments(
  cursor: Cursor,
  { id, count }: Cursor["todo"][number],
  seen: readonly string[],
  next: string | undefined,
): Cursor {
  const { count: before = 0, known = [] } = cursor.told[id] ?? {};
  const all = [...seen, ...known].slice(0, mostKnown);
  const isEnd = !leadsOn(cursor.pages, next);
  const told = { ...cursor.told, [id]: { count: isEnd ? count : before, known: all } };
  if (!isEnd) return { ...cursor, told, page: next, pages: withPage(cursor.pages, next) };
  return withoutMedia({ ...cursor, told }, id);
}

/** Removes a media from the round, because its comments were read or cannot be read. */
export function withoutMedia(cursor: Cursor, id: string): Cursor {
  const todo = cursor.todo.filter((one) => one.id !== id);
  const stage = todo.length > 0 ? "comments" : "tags";
  return { ...cursor, todo, page: null, pages: [], stage };
}

export function tagsWalk({ tags }: Cursor): WalkCursor {
  return readWalk(tags);
}

/**
 * Ends the round without the tags. A stored page of them is dropped, so the next round reads them from the
 * start.
 */
export function withoutTags(cursor: Cursor): Cursor {
  return { ...cursor, tags: abandoned(tagsWalk(cursor)), stage: "media" };
}

export function afterTags(cursor: Cursor, walk: WalkCursor): Cursor {
  return { ...cursor, tags: walk, stage: walk.walk === null ? "media" : "tags" };
}
