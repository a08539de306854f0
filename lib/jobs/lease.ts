import { eq, gt, isNull, lte, or, type AnyColumn } from "drizzle-orm";

/**
 * Longest lease. A lease is an instant in a row: until then the row belongs to one worker. That worker saves
 * its result only if the row still has the same instant, which fails once another worker has claimed the row.
 */
const longestMs = 3_600_000;

export class LeaseLost extends Error {
  override name = "LeaseLost";
}

export function leaseEnd(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

/**
 * SQL condition: the lease can be taken. There is none, it has expired, or it ends later than any lease can,
 * which means that the clock was set back after it was given.
 */
export function isLeaseFree(until: AnyColumn, now: Date) {
  const longest = new Date(now.getTime() + longestMs);
  return or(isNull(until), lte(until, now), gt(until, longest));
}

/** SQL condition: the lease is still the one that was taken; `null` if none was taken. */
export function isLeaseHeld(until: AnyColumn, taken: Date | null) {
  return taken ? eq(until, taken) : isNull(until);
}

/** Whether the lease of a row lasts for more than `marginMs`. */
export function isLeaseLive(until: Date | null, now: Date, marginMs = 0): boolean {
  const leftMs = until ? until.getTime() - now.getTime() : 0;
  return leftMs > marginMs && leftMs <= longestMs;
}
