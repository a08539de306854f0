import { gt, isNull, lte, or, type AnyColumn } from "drizzle-orm";

const longestMs = 3_600_000;

/**
 * Whether a lease may be taken: there is none, its time is over, or it ends later than any lease
 * can, which means that it was given before the clock was set back.
 */
export function isLeaseFree(until: AnyColumn, now: Date) {
  const longest = new Date(now.getTime() + longestMs);
  return or(isNull(until), lte(until, now), gt(until, longest));
}
