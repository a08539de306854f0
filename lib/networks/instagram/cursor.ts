import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { abandoned, leadsOn, readWalk, type WalkCursor, withPage } from "../kit/walk.ts";

/** Where a round stands: our media, then the comments of those that have new ones, then who tagged us. */
const shape = z.object({
  stage: z.enum(["media", "comments", "tags"]),
  todo: z.array(z.object({ id: z.string(), count: z.number() })),
  /** How Instagram names the next page of the comments that are being read. */
  page: z.string().nullable(),
  /** Fingerprints of its pages so far. */
  pages: z.array(z.string()).default([]),
  /** By media: how many comments there were, and which were told: an answer may come under an old comment. */
  told: z.record(z.string(), z.object({ count: z.number(), known: z.array(z.string()) })),
  tags: z.json(),
});
export type Cursor = z.infer<typeof shape>;

const beginning: Cursor = { stage: "media", todo: [], page: null, pages: [], told: {}, tags: null };
const mostKnown = 600;

export function readCursor(stored: Json): Cursor {
  return stored === null ? beginning : shape.parse(stored);
}

/** A round begins. What is no longer asked about is forgotten. */
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

/** One more page of a media's comments was read; at its end the next is begun. */
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

/** Its comments were read, or cannot be read: then they are begun anew in the next round. */
export function withoutMedia(cursor: Cursor, id: string): Cursor {
  const todo = cursor.todo.filter((one) => one.id !== id);
  const stage = todo.length > 0 ? "comments" : "tags";
  return { ...cursor, todo, page: null, pages: [], stage };
}

export function tagsWalk({ tags }: Cursor): WalkCursor {
  return readWalk(tags);
}

/** They cannot be read: a page that Instagram does not know any more is not asked for again. */
export function withoutTags(cursor: Cursor): Cursor {
  return { ...cursor, tags: abandoned(tagsWalk(cursor)), stage: "media" };
}

export function afterTags(cursor: Cursor, walk: WalkCursor): Cursor {
  return { ...cursor, tags: walk, stage: walk.walk === null ? "media" : "tags" };
}
