const marginMs = 60_000;

/** Until when a token counts, ISO 8601 and by our clock, so that a clock that is wrong does no harm. */
export function freshUntil(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}

/** No more once it has run out or is about to. */
export function isFresh(until: string, now: Date): boolean {
  return Date.parse(until) - marginMs > now.getTime();
}
