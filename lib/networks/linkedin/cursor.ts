import { z } from "zod";

import type { Json } from "../contract/remote.ts";

/**
 * State of collecting for a page: how far notifications were read, and what the next request is, so that a
 * restart continues there.
 */
const shape = z.object({
  /** Everything up to this time was read (milliseconds since the epoch); null before the first round. */
  mark: z.number().nullable(),
  /** Notifications close to `mark`, which the next window returns again. */
  known: z.array(z.string()),
  /** The window being read: its end, the next offset, and the notifications met close to its end. */
  window: z.object({ end: z.number(), start: z.number(), met: z.array(z.string()) }).nullable(),
  /** Posts whose likes, or comments missing from the notifications, are still to be read. */
  todo: z.array(
    z.object({
      post: z.string(),
      kind: z.enum(["likes", "comments"]),
      since: z.number(),
      start: z.number(),
    }),
  ),
  /** When notifications were last asked for, in milliseconds since the epoch. */
  askedAt: z.number(),
});
export type Cursor = z.infer<typeof shape>;
export type Todo = Cursor["todo"][number];

export function readCursor(stored: Json): Cursor {
  if (stored === null) return { mark: null, known: [], window: null, todo: [], askedAt: 0 };
  return shape.parse(stored);
}

/** How far back a new account is read; LinkedIn keeps notifications for sixty days. */
const firstReachMs = 30 * 24 * 60 * 60_000;
/** Overlap of two windows, because notifications may appear late. */
const overlapMs = 60 * 60_000;

export function windowStart({ mark }: Pick<Cursor, "mark">, end: number): number {
  return mark === null ? end - firstReachMs : mark - overlapMs;
}

export const pageSize = 50;

interface Seen {
  readonly id: string;
  readonly at: number;
}

/** Whether a notification was already reported, in the previous window or earlier in this one. */
export function isKnown({ known, window }: Cursor, id: string): boolean {
  return known.includes(id) || (window?.met.includes(id) ?? false);
}

/** Returns the cursor after one page of notifications of a window. */
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

/** Merges two lists: one entry per post and kind, with the earliest start. */
function merged(before: readonly Todo[], added: readonly Todo[]): Todo[] {
  const byKey = new Map<string, Todo>();
  for (const one of [...before, ...added]) {
    const key = `${one.kind} ${one.post}`;
    const known = byKey.get(key);
    byKey.set(key, known ? { ...known, since: Math.min(known.since, one.since) } : one);
  }
  return [...byKey.values()];
}
