import { createHash } from "node:crypto";

import { z } from "zod";

import type { Json } from "../contract/remote.ts";

/**
 * How far a list of news was read that a network shows newest first. It is read from its newest end,
 * and grows there meanwhile; so a walk first remembers where it began, goes down page by page
 * (surviving a restart between any two), and only at its end moves the mark up to where it began.
 * Nothing is read into ids: they are the same or they are not.
 */
export type WalkCursor = {
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
  /** Of the last page's oldest instant: the next page may begin with these again. */
  edge: string[];
  /** Fingerprints of the pages that it was led to. */
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

/** A reaction shows up late when the sender's clock is slow or the network's index lags behind. */
const overlapMs = 60 * 60_000;
/** How much of the past a newly connected account brings along. */
const firstReachMs = 30 * 24 * 60 * 60_000;
const maxRemembered = 600;

export function readWalk(stored: Json): WalkCursor {
  return stored === null ? { mark: null, known: [], walk: null } : shape.parse(stored);
}

/** No further than here: what is older was collected, or is from before our time. */
export function lowerEnd({ mark }: WalkCursor, now: Date): Date {
  return new Date(mark ? Date.parse(mark) - overlapMs : now.getTime() - firstReachMs);
}

export interface Seen {
  readonly id: string;
  /** ISO 8601; undefined where the network does not say. */
  readonly at: string | undefined;
}

/** Whether a page is the last that has to be read. */
export function reachesEnd(cursor: WalkCursor, seen: readonly Seen[], now: Date): boolean {
  const end = lowerEnd(cursor, now);
  return seen.some((one) => one.at !== undefined && new Date(one.at) < end);
}

/** What is told of for the first time, and not from before our time. */
export function isNews(cursor: WalkCursor, one: Seen, now: Date): boolean {
  return !reachesEnd(cursor, [one], now) && !isKnown(cursor, one.id);
}

/** Where one is after a page of `seen`, newest first; `next` is how the network names the page below, undefined where the walk ends. */
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

/** Below a page that the network refuses, nothing can be read: the next walk begins anew at the newest end. */
export function abandoned<Cursor extends WalkCursor>(cursor: Cursor): Cursor {
  return { ...cursor, walk: null };
}

/** No list of news is longer; a network may lead in circles, or on for ever. */
const mostPages = 400;

/** Whether there is a page below that was not read yet. `pages`: as `withPage` keeps them. */
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
