const marginMs = 60_000;

/**
 * Returns when a token expires, as ISO 8601. It is computed with our clock, so that a difference to the
 * network's clock does no harm.
 */
export function freshUntil(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}

/** Whether the token is valid for at least one more minute. */
export function isFresh(until: string, now: Date): boolean {
  return Date.parse(until) - marginMs > now.getTime();
}
