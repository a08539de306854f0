export interface Share {
  /** The number with the property, among `of`. */
  readonly count: number;
  readonly of: number;
}

export interface Difference {
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
}

/** The two-sided 95 % quantile of the normal distribution. */
const z = 1.959_963_985;

/**
 * Returns the difference of two shares with its 95 % interval by Newcombe's method (1998, method 10), which
 * combines the Wilson limits of both. It also holds for small groups and for shares of 0 or 1.
 */
export function differenceOfShares(one: Share, other: Share): Difference {
  const [p, q] = [one.count / one.of, other.count / other.of];
  const [first, second] = [wilson(one), wilson(other)];
  return {
    difference: p - q,
    lower: p - q - Math.hypot(p - first.lower, second.upper - q),
    upper: p - q + Math.hypot(first.upper - p, q - second.lower),
  };
}

function wilson({ count, of }: Share): { lower: number; upper: number } {
  const p = count / of;
  const middle = p + z ** 2 / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return { lower: (middle - half) / scale, upper: (middle + half) / scale };
}
