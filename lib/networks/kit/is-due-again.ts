const dayMs = 24 * 60 * 60_000;

/**
 * Whether the reactions to a post should be read again on a network that sends no notifications. The interval
 * is a 24th of the post's age (1 hour for a post of one day), at most a day.
 */
export function isDueAgain(lookedAt: number, postedAt: number, now: number): boolean {
  return now - lookedAt >= Math.min(Math.max(now - postedAt, 0) / 24, dayMs);
}
