export interface BackoffLimits {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** How long to wait after so many failures in a row (from 1): twice as long each time. */
export function backoffMs(failures: number, { firstMs, longestMs }: BackoffLimits): number {
  return Math.min(firstMs * 2 ** Math.max(0, failures - 1), longestMs);
}

/**
 * The same where nothing counts the failures, so that a restart does not begin anew: as long again
 * as it has been failing.
 */
export function backoffSince(
  lastSuccessAt: Date,
  now: Date,
  { firstMs, longestMs }: BackoffLimits,
): number {
  const failingForMs = now.getTime() - lastSuccessAt.getTime();
  return Math.min(Math.max(failingForMs, firstMs), longestMs);
}
