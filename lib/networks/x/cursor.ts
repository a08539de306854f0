import { z } from "zod";

import type { Json } from "../contract/remote.ts";
import { leadsOn, withPage } from "../kit/walk.ts";

/**
 * How far collecting has come, and what it cost today. A round reads mentions first (cheap, and people wait
 * for a reply), then the counts of our recent posts, then the lists of people behind counts that grew, the
 * cheapest first. It can stop after any request, at a restart or when today's budget is used up, and
 * continues there.
 */
const shape = z.object({
  /** `deeds` reads the lists of people. The name is stored with accounts. */
  stage: z.enum(["mentions", "posts", "deeds"]),
  /** The id of the newest mention of all finished walks. */
  mark: z.string().nullable(),
  /** Ids of collected mentions near the mark, so that late mentions can be told from known ones. */
  known: z.array(z.string()),
  walk: z
    .object({
      token: z.string(),
      newest: z.string(),
      met: z.array(z.string()),
      pages: z.array(z.string()).default([]),
    })
    .nullable(),
  /** The walk was restarted because X refused its page token; this is done once per round. */
  isAnew: z.boolean().default(false),
  /** The counts of our recent posts up to which the people behind them were collected, by post id. */
  counts: z.record(
    z.string(),
    z.object({ like: z.number(), repost: z.number(), quote: z.number(), day: z.string() }),
  ),
  todo: z.array(
    z.object({
      postId: z.string(),
      kind: z.enum(["like", "quote", "repost"]),
      count: z.number(),
      isNewBy: z.number(),
    }),
  ),
  spent: z.object({ day: z.string(), usdMicros: z.number() }),
});
export type Cursor = z.infer<typeof shape>;
export type Todo = Cursor["todo"][number];

const overlapMs = 120_000;
const mostKnown = 500;

export function readCursor(stored: Json, now: Date): Cursor {
  const day = dayOf(now);
  const fresh = { day, usdMicros: 0 };
  if (stored === null)
    return {
      stage: "mentions",
      mark: null,
      known: [],
      walk: null,
      isAnew: false,
      counts: {},
      todo: [],
      spent: fresh,
    };
  const read = shape.parse(stored);
  return read.spent.day === day ? read : { ...read, spent: fresh };
}

export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

export function withCost(before: Cursor, usdMicros: number): Cursor {
  const { day, usdMicros: spent } = before.spent;
  return { ...before, spent: { day, usdMicros: spent + usdMicros } };
}

/**
 * Returns the id from which to read: two minutes before the mark, because X's index may show an older mention
 * after a newer one.
 */
export function sinceId(mark: string): string {
  return String(((BigInt(mark) >> 22n) - BigInt(overlapMs)) << 22n);
}

/** Returns the cursor after a page of mentions, newest first. `next` is undefined at the end of the walk. */
export function afterMentions(
  before: Cursor,
  ids: readonly string[],
  next: string | undefined,
): Cursor {
  const newest = before.walk?.newest ?? ids[0] ?? before.mark;
  if (newest === null) return { ...before, stage: "posts", walk: null, isAnew: false };
  const edge = BigInt(sinceId(newest));
  const met = [...(before.walk?.met ?? []), ...ids.filter((id) => BigInt(id) >= edge)];
  const pages = before.walk?.pages ?? [];
  if (leadsOn(pages, next)) {
    const walk = {
      token: next,
      newest,
      met: met.slice(0, mostKnown),
      pages: withPage(pages, next),
    };
    return { ...before, walk };
  }
  const kept = before.known.filter((id) => BigInt(id) >= edge);
  const known = [...new Set([...met, ...kept])].slice(0, mostKnown);
  return { ...before, stage: "posts", mark: newest, known, walk: null, isAnew: false };
}
