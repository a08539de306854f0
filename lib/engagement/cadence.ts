import { backoffSince } from "../jobs/backoff.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export interface Rhythm {
  readonly now: Date;
  /** When the account last published something. Most reactions come soon after. */
  readonly lastPublishedAt: Date | null;
  /** When a webhook last reported something. The network's lists may show it a little later. */
  readonly lastReportedAt?: Date | null;
  /** The network is simulated in this process, so asking costs nothing. */
  readonly isSimulated: boolean;
}

/** Returns how long to wait after a successful collection, in ms. */
export function collectEvery({
  now,
  lastPublishedAt,
  lastReportedAt = null,
  isSimulated,
}: Rhythm): number {
  if (isSimulated) return isFresh(now, lastPublishedAt, hour) ? 2 * second : 15 * second;
  if (isFresh(now, lastPublishedAt, 5 * minute)) return 10 * second;
  if (isFresh(now, lastReportedAt, 30 * second)) return 20 * second;
  if (isFresh(now, lastPublishedAt, hour)) return 30 * second;
  if (isFresh(now, lastPublishedAt, day)) return 5 * minute;
  return 30 * minute;
}

/** Returns how long to wait after a failed collection, in ms. */
export function retryAfter(now: Date, lastWellAt: Date): number {
  return backoffSince(lastWellAt, now, { firstMs: 30 * second, longestMs: 30 * minute });
}

/** Returns how long the counts of one published part stay current, in ms. */
export function measureEvery(now: Date, publishedAt: Date, isSimulated: boolean): number {
  if (isSimulated) return isFresh(now, publishedAt, hour) ? 10 * second : 30 * minute;
  if (isFresh(now, publishedAt, hour)) return 5 * minute;
  if (isFresh(now, publishedAt, day)) return hour;
  return 12 * hour;
}

/** Older posts are no longer measured, because their counts hardly change. */
export const measuredForMs = 30 * day;

/** How long a collection leases its account. Every stored page renews the lease. */
export const collectLeaseMs = 2 * minute;

function isFresh(now: Date, at: Date | null, within: number): boolean {
  return at !== null && now.getTime() - at.getTime() < within;
}
