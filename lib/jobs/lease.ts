import { eq, gt, isNull, lte, or, type AnyColumn } from "drizzle-orm";

/**
 * A lease is an instant in a row: until then the row is in one worker's hands. The instant is also
 * the proof: whoever saves what came of it asks for the row with that very instant, and finds none
 * once another worker took it.
 */
const longestMs = 3_600_000;

export class LeaseLost extends Error {
  override name = "LeaseLost";
}

export function leaseEnd(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

/**
 * Whether a lease may be taken: there is none, its time is over, or it ends later than any lease
 * can, which means that it was given before the clock was set back.
 */
export function isLeaseFree(until: AnyColumn, now: Date) {
  const longest = new Date(now.getTime() + longestMs);
  return or(isNull(until), lte(until, now), gt(until, longest));
}

/** Whether the lease is still the one that was taken; `null` where none was. */
export function isLeaseHeld(until: AnyColumn, taken: Date | null) {
  return taken ? eq(until, taken) : isNull(until);
}

/** Of a row that was read: whether its lease lasts for more than `marginMs`. */
export function isLeaseLive(until: Date | null, now: Date, marginMs = 0): boolean {
  const leftMs = until ? until.getTime() - now.getTime() : 0;
  return leftMs > marginMs && leftMs <= longestMs;
}
