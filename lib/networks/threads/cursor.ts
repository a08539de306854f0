import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { readWalk, type WalkCursor } from "../kit/walk.ts";

/**
 * Where a round stands. First our own posts that were answered, then the answers under each, newest
 * first, at last what names us; the round ends where the next begins.
 */
const shape = z.object({
  stage: z.enum(["posts", "replies", "mentions"]),
  /** Posts whose answers are still to be read in this round. */
  todo: z.array(z.string()),
  /** How far each list was read: a post's answers by its id, and `mentions`. */
  walks: z.record(z.string(), z.json()),
  /** Answers of our own under the post that is being read: who answers those answers us. */
  ours: z.array(z.string()),
});
export type Cursor = z.infer<typeof shape>;

const beginning: Cursor = { stage: "posts", todo: [], walks: {}, ours: [] };

export const mentionsList = "mentions";

export function readCursor(stored: Json): Cursor {
  return stored === null ? beginning : shape.parse(stored);
}

export function walkOf({ walks }: Cursor, list: string): WalkCursor {
  return readWalk(walks[list] ?? null);
}

/** One more page of a list was read; at its end the next list is begun. */
export function afterWalk(cursor: Cursor, list: string, walk: WalkCursor): Cursor {
  const walks = { ...cursor.walks, [list]: walk };
  return walk.walk === null ? afterList({ ...cursor, walks }, list) : { ...cursor, walks };
}

/** A list was read as far as it has to be, or cannot be read. */
export function afterList({ todo: before, walks }: Cursor, list: string): Cursor {
  const todo = before.filter((id) => id !== list);
  const next = todo.length > 0 ? "replies" : "mentions";
  return { stage: list === mentionsList ? "posts" : next, todo, walks, ours: [] };
}

/** How far the answers to posts were read that are no longer asked about is forgotten. */
export function withPosts(
  { walks: before }: Cursor,
  answered: readonly string[],
  recent: readonly string[],
): Cursor {
  const kept = new Set([...recent, mentionsList]);
  const walks = Object.fromEntries(Object.entries(before).filter(([list]) => kept.has(list)));
  const stage = answered.length > 0 ? "replies" : "mentions";
  return { stage, todo: [...answered], walks, ours: [] };
}
