import { createHash } from "node:crypto";

import { z } from "zod";

import type { Json } from "../contract/remote.ts";

/**
 * How far a list of notifications was read that the network returns newest first and that grows meanwhile. A
 * walk remembers the newest entry at its start, reads page by page towards older entries (and can continue
 * after a restart), and moves the mark to its start only at its end. Ids are only compared for equality.
 */
export type WalkCursor = {
  /** ISO 8601: the time up to which everything was collected. */
  mark: string | null;
  /** Fingerprints of entries collected near the mark, so that late entries can be told from known ones. */
  known: string[];
  /** The walk in progress. */
  walk: Walk | null;
};

type Walk = {
  page: string;
  newest: string;
  met: string[];
  /** Fingerprints of the entries at the last page's oldest instant, which the next page may repeat. */
  edge: string[];
  /** Fingerprints of the pages to which this walk was led. */
  pages: string[];
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
      pages: z.array(z.string()).default([]),
    })
    .nullable(),
});

/** A reaction may appear late if the sender's clock is slow or the network's index lags. */
const overlapMs = 60 * 60_000;
/** How far back a newly connected account is read. */
const firstReachMs = 30 * 24 * 60 * 60_000;
const maxRemembered = 600;

export function readWalk(stored: Json): WalkCursor {
  return stored === null ? { mark: null, known: [], walk: null } : shape.parse(stored);
}

/**
 * Returns the time at which reading stops: older entries were collected before, or are too old for a new
 * account.
 */
export function lowerEnd({ mark }: WalkCursor, now: Date): Date {
  return new Date(mark ? Date.parse(mark) - overlapMs : now.getTime() - firstReachMs);
}

export interface Seen {
  readonly id: string;
  /** ISO 8601; undefined if the network does not say. */
  readonly at: string | undefined;
}

/** Whether a page reaches back far enough, so that no further page has to be read. */
export function reachesEnd(cursor: WalkCursor, seen: readonly Seen[], now: Date): boolean {
  const end = lowerEnd(cursor, now);
  return seen.some((one) => one.at !== undefined && new Date(one.at) < end);
}

/** Whether an entry is new and not older than the lower end. */
export function isNews(cursor: WalkCursor, one: Seen, now: Date): boolean {
  return !reachesEnd(cursor, [one], now) && !isKnown(cursor, one.id);
}

/**
 * Returns the cursor after a page of `seen` (newest first). `next` is the network's name of the next older
 * page, undefined if there is none.
 */
export function afterPage(
  before: WalkCursor,
  seen: readonly Seen[],
  next: string | undefined,
): WalkCursor {
  const { newest: first, met: others = [], pages = [] } = before.walk ?? {};
  const newest = first ?? seen.find(({ at }) => at)?.at ?? before.mark;
  const met = [...others, ...nearMark(before, seen, newest)].slice(0, maxRemembered);
  if (!leadsOn(pages, next) || newest === null) return { mark: newest, known: met, walk: null };
  const oldest = seen.at(-1)?.at;
  const edge = seen.filter(({ at }) => at === oldest).map(({ id }) => fingerprint(id));
  return { ...before, walk: { page: next, newest, met, edge, pages: withPage(pages, next) } };
}

/** Ends a walk whose page the network refuses. The next walk starts again at the newest entry. */
export function abandoned<Cursor extends WalkCursor>(cursor: Cursor): Cursor {
  return { ...cursor, walk: null };
}

/** No list of notifications has more pages. A network may return pages in a circle or without end. */
const mostPages = 400;

/** Whether there is a next page that was not read yet. `pages` is the result of `withPage`. */
export function leadsOn(pages: readonly string[], next: string | undefined): next is string {
  return next !== undefined && pages.length < mostPages && !pages.includes(fingerprint(next));
}

export function withPage(pages: readonly string[], next: string): string[] {
  return [...pages, fingerprint(next)];
}

function nearMark(before: WalkCursor, seen: readonly Seen[], newest: string | null): string[] {
  const edge = newest === null ? 0 : Date.parse(newest) - overlapMs;
  return seen
    .filter(({ at }) => before.walk === null || at === undefined || Date.parse(at) >= edge)
    .map(({ id }) => fingerprint(id));
}

export function isKnown({ known, walk }: WalkCursor, id: string): boolean {
  const print = fingerprint(id);
  return known.includes(print) || (walk?.edge.includes(print) ?? false);
}

function fingerprint(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 12);
}
