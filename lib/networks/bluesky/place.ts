import { createHash } from "node:crypto";

import { z } from "zod";

import type { Json } from "../connector.ts";

/**
 * How far collecting has come. The list is read from its newest end, and grows there while it is
 * read; so a walk first remembers where it began, goes down page by page (surviving a restart
 * between any two), and only at its end moves the mark up to where it began.
 */
export type Place = {
  /** Everything up to here was collected. */
  mark: string | null;
  /** Fingerprints of what was collected near the mark: late arrivals are told from old acquaintances. */
  known: string[];
  /** The walk that is under way. */
  walk: Walk | null;
};

type Walk = { page: string; newest: string; met: string[] };

const place = z.object({
  mark: z.string().nullable(),
  known: z.array(z.string()),
  walk: z.object({ page: z.string(), newest: z.string(), met: z.array(z.string()) }).nullable(),
});

/** A reaction shows up late when the sender's clock is slow or the network's index lags behind. */
const overlapMs = 60 * 60_000;
/** How much of the past a newly connected account brings along. */
const firstReachMs = 30 * 24 * 60 * 60_000;
const maxRemembered = 600;

export function placeOf(cursor: Json): Place {
  return cursor === null ? { mark: null, known: [], walk: null } : place.parse(cursor);
}

/** No further than here: what is older was collected, or is from before our time. */
export function lowerEnd({ mark }: Place, now: Date): Date {
  return new Date(mark ? Date.parse(mark) - overlapMs : now.getTime() - firstReachMs);
}

export interface Seen {
  readonly uri: string;
  readonly at: string;
}

/** Where one is after a page of `seen`; `next` is undefined where the walk ends. */
export function afterPage(before: Place, seen: readonly Seen[], next: string | undefined): Place {
  const newest = before.walk?.newest ?? seen[0]?.at ?? before.mark;
  const edge = newest === null ? 0 : Date.parse(newest) - overlapMs;
  const isFirst = before.walk === null;
  const near = seen
    .filter(({ at }) => isFirst || Date.parse(at) >= edge)
    .map(({ uri }) => mark(uri));
  const met = [...(before.walk?.met ?? []), ...near].slice(0, maxRemembered);
  if (next !== undefined && newest !== null)
    return { ...before, walk: { page: next, newest, met } };
  return { mark: newest, known: met, walk: null };
}

export function isKnown({ known }: Place, uri: string): boolean {
  return known.includes(mark(uri));
}

function mark(uri: string): string {
  return createHash("sha256").update(uri).digest("base64url").slice(0, 12);
}
