/** How weekly counts changed, with the figures; the text is `analytics.trend.<kind>`. */
export interface Trend {
  readonly kind:
    | "nothing"
    | "again"
    | "begun"
    | "new"
    | "best"
    | "rising"
    | "falling"
    | "up"
    | "down"
    | "steady";
  /** The last whole week, and the one before it. */
  readonly last: number;
  readonly before: number;
  /** The current week so far. */
  readonly now: number;
  /** Number of consecutive weeks in which the count rose or fell. */
  readonly weeks: number;
}

const steadyShare = 0.15;
const runLength = 3;

/**
 * Returns the trend of weekly counts, oldest first. Leaves out the last one, the current week, because an
 * incomplete week always looks like a decline.
 */
export function trendOf(counts: readonly number[]): Trend {
  const whole = counts.slice(0, -1);
  const [before = 0, last = 0] = whole.slice(-2);
  const weeks = runOf(whole);
  const now = counts.at(-1) ?? 0;
  const isQuiet = last === 0 && before === 0;
  const kind = isQuiet && now > 0 ? beginning(whole) : kindOf(whole, before, last, weeks);
  return { kind, now, last, before, weeks: Math.abs(weeks) };
}

function beginning(whole: readonly number[]): "begun" | "again" {
  return whole.every((count) => count === 0) ? "begun" : "again";
}

function kindOf(
  whole: readonly number[],
  before: number,
  last: number,
  run: number,
): Trend["kind"] {
  const earlier = whole.slice(0, -1);
  if (last === 0 && before === 0) return "nothing";
  if (earlier.every((count) => count === 0)) return "new";
  if (earlier.length >= runLength && last > Math.max(...earlier)) return "best";
  if (run >= runLength) return "rising";
  if (run <= -runLength) return "falling";
  if (Math.abs(last - before) <= steadyShare * Math.max(last, before)) return "steady";
  return last > before ? "up" : "down";
}

/** Returns the number of consecutive weeks up to the last that rose (positive) or fell (negative). */
function runOf(whole: readonly number[]): number {
  const steps = whole.slice(1).map((count, index) => Math.sign(count - (whole[index] ?? 0)));
  const direction = steps.at(-1) ?? 0;
  let run = 0;
  for (const step of steps.toReversed()) {
    if (direction === 0 || step !== direction) break;
    run += direction;
  }
  return run;
}
