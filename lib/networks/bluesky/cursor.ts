import { createHash } from "node:crypto";

import { z } from "zod";

import type { Json } from "../contract/remote.ts";

/**
 * How far collecting has come. The list is read from its newest end, and grows there while it is
 * read; so a walk first remembers where it began, goes down page by page (surviving a restart
 * between any two), and only at its end moves the mark up to where it began.
 */
export type Cursor = {
  /** Everything up to here was collected. */
  mark: string | null;
  /** Fingerprints of what was collected near the mark: late arrivals are told apart by them. */
  known: string[];
  /** The walk that is under way. */
  walk: Walk | null;
};

type Walk = {
  page: string;
  newest: string;
  met: string[];
  /** Of the last page's oldest instant: the next page begins with these again. */
  edge: string[];
};

const shape = z.object({
  mark: z.string().nullable(),
  known: z.array(z.string()),
  walk: z
    .object({
      page: z.string(),
      newest: z.string(),
      met: z.array(z.string()),
      edge: z.array(z.string()),
    })
    .nullable(),
});

/** A reaction shows up late when the sender's clock is slow or the network's index lags behind. */
const overlapMs = 60 * 60_000;
/** How much of the past a newly connected account brings along. */
const firstReachMs = 30 * 24 * 60 * 60_000;
const maxRemembered = 600;

export function readCursor(stored: Json): Cursor {
  return stored === null ? { mark: null, known: [], walk: null } : shape.parse(stored);
}

/** No further than here: what is older was collected, or is from before our time. */
export function lowerEnd({ mark }: Cursor, now: Date): Date {
  return new Date(mark ? Date.parse(mark) - overlapMs : now.getTime() - firstReachMs);
}

export interface Seen {
  readonly uri: string;
  readonly at: string;
}

/** Where one is after a page of `seen`, newest first; `next` is the network's own cursor, undefined where the walk ends. */
export function afterPage(before: Cursor, seen: readonly Seen[], next: string | undefined): Cursor {
  const newest = before.walk?.newest ?? seen[0]?.at ?? before.mark;
  const near = nearMark(before, seen, newest);
  const met = [...(before.walk?.met ?? []), ...near].slice(0, maxRemembered);
  if (next === undefined || newest === null) return { mark: newest, known: met, walk: null };
  const oldest = seen.at(-1)?.at;
  const edge = seen.filter(({ at }) => at === oldest).map(({ uri }) => fingerprint(uri));
  return { ...before, walk: { page: withoutGap(next, seen), newest, met, edge } };
}

function nearMark(before: Cursor, seen: readonly Seen[], newest: string | null): string[] {
  const edge = newest === null ? 0 : Date.parse(newest) - overlapMs;
  return seen
    .filter(({ at }) => before.walk === null || Date.parse(at) >= edge)
    .map(({ uri }) => fingerprint(uri));
}

/**
 * The network's cursor is the oldest instant of the page, and the next page begins before it: whatever
 * else happened in that very millisecond would be lost. So we ask from one millisecond later.
 */
function withoutGap(next: string, seen: readonly Seen[]): string {
  const [first, last] = [seen[0]?.at, seen.at(-1)?.at];
  const isInstant = last !== undefined && Date.parse(next) === Date.parse(last);
  // A page full of one millisecond: the network's cursor is then the only way on.
  if (!isInstant || first === last) return next;
  return new Date(Date.parse(last) + 1).toISOString();
}

export function isKnown({ known, walk }: Cursor, uri: string): boolean {
  const print = fingerprint(uri);
  return known.includes(print) || (walk?.edge.includes(print) ?? false);
}

function fingerprint(uri: string): string {
  return createHash("sha256").update(uri).digest("base64url").slice(0, 12);
}
