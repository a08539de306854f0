import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { readWalk, type WalkCursor } from "../kit/walk.ts";

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
});
export type Cursor = z.infer<typeof shape>;

const beginning: Cursor = {
  stage: "posts",
  commented: [],
  reacted: [],
  rest: [],
  walks: {},
  reactions: {},
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

/** A list was read as far as it has to be, or cannot be read. */
export function without(cursor: Cursor, list: string): Cursor {
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
  readonly comments: number;
  readonly reactions: number;
}

/** A round begins. What is no longer asked about is forgotten. */
export function withPosts(before: Cursor, recent: readonly Counted[]): Cursor {
  const kept = new Set<string>([...recent.map(({ id }) => id), ...lists]);
  const keep = <Value>(all: Record<string, Value>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  const reactions = keep(before.reactions);
  return atNext({
    stage: "posts",
    commented: recent.filter(({ comments }) => comments > 0).map(({ id }) => id),
    reacted: recent
      .filter(({ id, reactions: count }) => count !== (reactions[id]?.count ?? 0))
      .map(({ id, reactions: count }) => ({ id, count })),
    rest: [...lists],
    walks: keep(before.walks),
    reactions,
  });
}

/** The round ends where the next begins. */
function atNext(cursor: Cursor): Cursor {
  if (cursor.commented.length > 0) return { ...cursor, stage: "comments" };
  if (cursor.reacted.length > 0) return { ...cursor, stage: "reactions" };
  return { ...cursor, stage: cursor.rest.length > 0 ? "lists" : "posts" };
}
