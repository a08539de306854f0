export interface BackoffLimits {
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * Returns the backoff after `failures` failures in a row (from 1); it doubles each time up to `longestMs`.
 */
export function backoffMs(failures: number, { firstMs, longestMs }: BackoffLimits): number {
  return Math.min(firstMs * 2 ** Math.max(0, failures - 1), longestMs);
}

/**
 * Returns the backoff when failures are not counted: as long as the work has been failing so far, within the
 * limits. A restart therefore does not reset it.
 */
export function backoffSince(
  lastSuccessAt: Date,
  now: Date,
  { firstMs, longestMs }: BackoffLimits,
): number {
  const failingForMs = now.getTime() - lastSuccessAt.getTime();
  return Math.min(Math.max(failingForMs, firstMs), longestMs);
}
