import { z } from "zod";

import type { Json } from "../contract/remote.ts";

/**
 * How far collecting has come. The list is read upwards from the oldest that is new (`min_id`), so what
 * comes in meanwhile lies ahead and is met later. Only the very first time it is read downwards, from now
 * to as far back as a newly connected account brings along.
 */
export type Cursor = {
  /** Everything up to this id was collected; null before the first page. */
  mark: string | null;
  /** Ids above the mark that were collected. A server numbers before it shows, so the mark keeps a little behind. */
  known: string[];
  /** Where the walk upwards is that is under way. */
  at: string | null;
  /** Where the first walk, downwards, is. */
  below: string | null;
  isFirst: boolean;
};

const shape = z.object({
  mark: z.string().nullable(),
  known: z.array(z.string()),
  at: z.string().nullable(),
  below: z.string().nullable(),
  isFirst: z.boolean(),
});

/** How late something may show up below what was seen already. */
const lateMs = 2 * 60_000;
const mostKnown = 400;
const firstReachMs = 30 * 24 * 60 * 60_000;

const start: Cursor = { mark: null, known: [], at: null, below: null, isFirst: true };

export function readCursor(stored: Json): Cursor {
  return stored === null ? start : shape.parse(stored);
}

/** The network's own words for where to read on. */
export function readFrom({ isFirst, below, at, mark }: Cursor): Record<string, string | undefined> {
  return isFirst ? { max_id: below ?? undefined } : { min_id: at ?? mark ?? "0" };
}

export interface Seen {
  readonly id: string;
  readonly at: Date | undefined;
}

export function isKnown({ known }: Cursor, id: string): boolean {
  return known.includes(id);
}

/** On the first walk, what is older is from before our time. */
export function isBeforeOurTime({ at }: Seen, now: Date): boolean {
  return at !== undefined && at.getTime() < now.getTime() - firstReachMs;
}

/** Whether this page is the end of the walk. */
export function isEnd({ isFirst }: Cursor, seen: readonly Seen[], now: Date): boolean {
  return seen.length === 0 || (isFirst && seen.some((one) => isBeforeOurTime(one, now)));
}

export function afterPage(before: Cursor, seen: readonly Seen[], now: Date): Cursor {
  const ended = isEnd(before, seen, now);
  const ids = ascending(seen).map(({ id }) => id);
  if (!before.isFirst) {
    const marked =
      before.at === null || before.at === before.mark ? markOf(before, seen, now) : before.mark;
    return {
      ...before,
      ...bounded(marked ?? "0", [...before.known, ...ids]),
      at: ended ? null : (ids.at(-1) ?? null),
    };
  }
  // Only the first page touches the newest end, where the next walk begins.
  const newest = before.mark === null ? firstMark(before, seen, now) : before;
  return { ...newest, at: null, below: ended ? null : (ids[0] ?? null), isFirst: !ended };
}

function firstMark(before: Cursor, seen: readonly Seen[], now: Date): Cursor {
  const ids = ascending(seen).map(({ id }) => id);
  return { ...before, ...bounded(markOf(before, seen, now) ?? ids[0] ?? "0", ids) };
}

/** As far as everything has settled: nothing will show up below it any more. */
function markOf({ mark }: Cursor, seen: readonly Seen[], now: Date): string | null {
  const settled = now.getTime() - lateMs;
  const order = ascending(seen);
  const fresh = order.findIndex(({ at }) => at !== undefined && at.getTime() > settled);
  const passed = fresh === -1 ? order : order.slice(0, fresh);
  return passed.at(-1)?.id ?? mark;
}

/** Remembers what lies above the mark; far too much of it moves the mark. */
function bounded(mark: string, ids: readonly string[]): Pick<Cursor, "mark" | "known"> {
  const known = [...new Set(ids)].filter((id) => byId(id, mark) > 0).toSorted(byId);
  const surplus = known.length - mostKnown;
  return surplus > 0
    ? { mark: known[surplus - 1] ?? mark, known: known.slice(surplus) }
    : { mark, known };
}

function ascending(seen: readonly Seen[]): Seen[] {
  return seen.toSorted((one, other) => byId(one.id, other.id));
}

/** Ids are numbers too large for numbers; on some servers they are letters that sort by themselves. */
export function byId(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}
