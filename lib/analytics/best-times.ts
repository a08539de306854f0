export interface HourOfWeek {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** 0 to 23, in the workspace's time zone. */
  readonly hour: number;
}

export interface HourCell extends HourOfWeek {
  readonly touchpoints: number;
  /**
   * Touchpoints without those of the hour's busiest week, so that one very successful post does not decide.
   */
  readonly steady: number;
}

export interface BestTimes {
  readonly touchpoints: number;
  /** Minimum number of touchpoints for a recommendation. */
  readonly needed: number;
  /** Hours with touchpoints, in the order of the week. */
  readonly cells: readonly HourCell[];
  /** The best hour first; empty below `needed`. */
  readonly best: readonly HourOfWeek[];
}

const needed = 100;
const fewestInCell = 5;
const fewestWeeks = 3;
const mostBest = 5;
const mostADay = 2;
/** Minimum ratio to the average hour of the week. */
const aboveUsual = 1.5;
const hoursOfWeek = 7 * 24;

/** Computes the best hours of the week from counts; `at` is a wall-clock time (`YYYY-MM-DDTHH…`). */
export function bestTimesOf(
  counts: readonly { readonly at: string; readonly touchpoints: number }[],
): BestTimes {
  const weeksOf = new Map<number, Map<number, number>>();
  for (const { at, touchpoints } of counts) {
    const days = Math.floor(Date.parse(`${at.slice(0, 10)}T00:00Z`) / 86_400_000) + 3;
    const key = (days % 7) * 24 + Number(at.slice(11, 13));
    const weeks = weeksOf.get(key) ?? new Map<number, number>();
    const week = Math.floor(days / 7);
    weeksOf.set(key, weeks.set(week, (weeks.get(week) ?? 0) + touchpoints));
  }
  const cells = [...weeksOf].flatMap(([key, weeks]) => cellOf(key, [...weeks.values()]));
  cells.sort((one, other) => one.weekday - other.weekday || one.hour - other.hour);
  const touchpoints = cells.reduce((sum, cell) => sum + cell.touchpoints, 0);
  return { touchpoints, needed, cells, best: touchpoints < needed ? [] : bestOf(cells) };
}

type Counted = HourCell & { readonly weeks: number };

function cellOf(key: number, byWeek: readonly number[]): Counted[] {
  const full = byWeek.filter((count) => count > 0);
  const touchpoints = full.reduce((sum, count) => sum + count, 0);
  if (touchpoints === 0) return [];
  const [weekday, hour] = [Math.floor(key / 24) + 1, key % 24];
  const steady = touchpoints - Math.max(...full);
  return [{ weekday, hour, touchpoints, steady, weeks: full.length }];
}

function bestOf(cells: readonly Counted[]): HourOfWeek[] {
  const usual = cells.reduce((sum, { steady }) => sum + steady, 0) / hoursOfWeek;
  const good = cells.filter(
    ({ steady, weeks }) =>
      steady >= fewestInCell && weeks >= fewestWeeks && steady >= aboveUsual * usual,
  );
  const chosen: HourOfWeek[] = [];
  for (const { weekday, hour } of good.toSorted((one, other) => other.steady - one.steady)) {
    const sameDay = chosen.filter((one) => one.weekday === weekday).length;
    if (chosen.length < mostBest && sameDay < mostADay) chosen.push({ weekday, hour });
  }
  return chosen;
}
