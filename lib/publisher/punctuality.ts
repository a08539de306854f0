import type { Departure } from "./lateness-repository.ts";

export interface Punctuality {
  readonly count: number;
  /** Milliseconds after the due time; undefined if nothing was sent. */
  readonly quantiles:
    | { readonly median: number; readonly p95: number; readonly worst: number }
    | undefined;
  /** Number of posts by delay; `upToMs` is undefined for the last bin, which has no upper limit. */
  readonly bins: readonly { readonly upToMs: number | undefined; readonly count: number }[];
}

const second = 1_000;
const minute = 60 * second;
const edges = [250, second, 5 * second, 30 * second, minute, 5 * minute, 60 * minute];

/** Computes how late posts left. A negative delay, after the clock was set back, counts as zero. */
export function punctualityOf(departures: readonly Departure[]): Punctuality {
  const late = departures
    .map(({ dueAt, leftAt }) => Math.max(0, leftAt.getTime() - dueAt.getTime()))
    .toSorted((a, b) => a - b);
  const worst = late.at(-1);
  return {
    count: late.length,
    quantiles:
      worst === undefined
        ? undefined
        : { median: quantile(late, 0.5), p95: quantile(late, 0.95), worst },
    bins: [...edges, undefined].map((upToMs, index) => {
      const over = edges[index - 1] ?? -1;
      const count = late.filter((ms) => ms > over && (upToMs === undefined || ms <= upToMs)).length;
      return { upToMs, count };
    }),
  };
}

/** Returns the smallest value that is not exceeded by at least this share of the values. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
