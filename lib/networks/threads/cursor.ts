import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { isDueAgain } from "../kit/is-due-again.ts";
import { abandoned, readWalk, type WalkCursor } from "../kit/walk.ts";

/**
 * State of a round: first the account's own posts, then the replies under each post that has any, newest
 * first, then the mentions. After them the next round starts.
 */
const shape = z.object({
  stage: z.enum(["posts", "replies", "mentions"]),
  /** Posts whose replies are still to be read in this round. */
  todo: z.array(z.string()),
  /** How far each list was read; keys are post ids (for their replies) and `mentions`. */
  walks: z.record(z.string(), z.json()),
  /**
   * The account's own replies under the post being read: a reply to one of them is a reply to the account.
   */
  ours: z.array(z.string()),
  /** By post id: when its replies were last read, in milliseconds since the epoch. */
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

/** Records that one more page of a list was read; after its last page the next list follows. */
export function afterWalk(cursor: Cursor, list: string, walk: WalkCursor): Cursor {
  const walks = { ...cursor.walks, [list]: walk };
  return walk.walk === null ? afterList({ ...cursor, walks }, list) : { ...cursor, walks };
}

/** Removes a list from the rest of the round. */
function afterList({ todo: before, walks, looked }: Cursor, list: string): Cursor {
  const todo = before.filter((id) => id !== list);
  const next = todo.length > 0 ? "replies" : "mentions";
  return { stage: list === mentionsList ? "posts" : next, todo, walks, ours: [], looked };
}

/**
 * Skips a list that cannot be read. A stored page of it is dropped, so the next round reads it from the
 * start.
 */
export function withoutList(cursor: Cursor, list: string): Cursor {
  const walks = { ...cursor.walks, [list]: abandoned(walkOf(cursor, list)) };
  return afterList({ ...cursor, walks }, list);
}

export interface Recent {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly postedAt: number;
  readonly isAnswered: boolean;
}

/**
 * Starts a round and drops what is stored of posts that are no longer read. Threads does not tell which posts
 * have new replies, so older posts are read less often.
 */
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
