const dayMs = 24 * 60 * 60_000;

/**
 * Whether a post's reactions are to be looked for again where nothing tells of news: the older it is, the more seldom
 * (one of an hour after minutes, one of a day after an hour, one of weeks once a day).
 */
export function isDueAgain(lookedAt: number, postedAt: number, now: number): boolean {
  return now - lookedAt >= Math.min(Math.max(now - postedAt, 0) / 24, dayMs);
}
