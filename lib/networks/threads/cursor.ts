import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { isDueAgain } from "../kit/is-due-again.ts";
import { abandoned, readWalk, type WalkCursor } from "../kit/walk.ts";

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
  /** By post: when its answers were last looked for, in milliseconds. */
  looked: z.record(z.string(), z.number()).default({}),
});
export type Cursor = z.infer<typeof shape>;

const beginning: Cursor = { stage: "posts", todo: [], walks: {}, ours: [], looked: {} };

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

/** A list was read as far as it has to be. */
function afterList({ todo: before, walks, looked }: Cursor, list: string): Cursor {
  const todo = before.filter((id) => id !== list);
  const next = todo.length > 0 ? "replies" : "mentions";
  return { stage: list === mentionsList ? "posts" : next, todo, walks, ours: [], looked };
}

/** It cannot be read: a page of it that the network does not know any more is not asked for again. */
export function withoutList(cursor: Cursor, list: string): Cursor {
  const walks = { ...cursor.walks, [list]: abandoned(walkOf(cursor, list)) };
  return afterList({ ...cursor, walks }, list);
}

export interface Recent {
  readonly id: string;
  /** In milliseconds. */
  readonly postedAt: number;
  readonly isAnswered: boolean;
}

/** A round begins. Threads does not tell where answers are new, so old posts are looked at more seldom; what is no longer asked about is forgotten. */
export function withPosts(before: Cursor, recent: readonly Recent[], now: number): Cursor {
  const kept = new Set([...recent.map(({ id }) => id), mentionsList]);
  const keep = <Value>(all: Record<string, Value>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  const todo = recent
    .filter(({ isAnswered }) => isAnswered)
    .filter(({ id, postedAt }) => isDueAgain(before.looked[id] ?? 0, postedAt, now))
    .map(({ id }) => id);
  const looked = Object.fromEntries(todo.map((id) => [id, now]));
  return {
    stage: todo.length > 0 ? "replies" : "mentions",
    todo,
    walks: keep(before.walks),
    ours: [],
    looked: { ...keep(before.looked), ...looked },
  };
}
