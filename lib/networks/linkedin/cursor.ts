import { z } from "zod";

import type { Json } from "../contract/remote.ts";

/** How far a page's news was read. Between two requests it says what comes next, so that a restart goes on from there. */
const shape = z.object({
  /** Everything up to here was read, in milliseconds. */
  mark: z.number().nullable(),
  /** News from near the mark, which the next window shows again. */
  known: z.array(z.string()),
  /** The window that is being read: until when, and from which entry on. */
  window: z.object({ end: z.number(), start: z.number(), met: z.array(z.string()) }).nullable(),
  /** Posts whose likes, or comments that the news did not tell, are still to be read. */
  todo: z.array(
    z.object({
      post: z.string(),
      kind: z.enum(["likes", "comments"]),
      since: z.number(),
      start: z.number(),
    }),
  ),
  /** When news was last asked for. */
  askedAt: z.number(),
});
export type Cursor = z.infer<typeof shape>;
export type Todo = Cursor["todo"][number];

export function readCursor(stored: Json): Cursor {
  if (stored === null) return { mark: null, known: [], window: null, todo: [], askedAt: 0 };
  return shape.parse(stored);
}

/** LinkedIn keeps news for sixty days; a newly connected account brings along half of it. */
const firstReachMs = 30 * 24 * 60 * 60_000;
/** News shows up late. */
const overlapMs = 60 * 60_000;

export function windowStart({ mark }: Pick<Cursor, "mark">, end: number): number {
  return mark === null ? end - firstReachMs : mark - overlapMs;
}

export const pageSize = 50;

interface Seen {
  readonly id: string;
  readonly at: number;
}

/** Told already, in the window before or earlier in this one. */
export function isKnown({ known, window }: Cursor, id: string): boolean {
  return known.includes(id) || (window?.met.includes(id) ?? false);
}

/** After a page of news of one window. */
export function afterNews(
  cursor: Cursor,
  end: number,
  page: {
    readonly seen: readonly Seen[];
    readonly hasMore: boolean;
    readonly todo: readonly Todo[];
  },
): Cursor {
  const { start = 0, met: before = [] } = cursor.window ?? {};
  const met = [
    ...before,
    ...page.seen.filter(({ at }) => at >= end - overlapMs).map(({ id }) => id),
  ].slice(0, 1_000);
  const todo = merged(cursor.todo, page.todo);
  if (page.hasMore) return { ...cursor, todo, window: { end, start: start + pageSize, met } };
  return { mark: end, known: met, window: null, todo, askedAt: end };
}

/** Once a post and kind, from the earliest instant on. */
function merged(before: readonly Todo[], added: readonly Todo[]): Todo[] {
  const byKey = new Map<string, Todo>();
  for (const one of [...before, ...added]) {
    const key = `${one.kind} ${one.post}`;
    const known = byKey.get(key);
    byKey.set(key, known ? { ...known, since: Math.min(known.since, one.since) } : one);
  }
  return [...byKey.values()];
}
