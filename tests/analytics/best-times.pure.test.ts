import { describe, expect, test } from "vitest";

import { bestTimesOf } from "#lib/analytics/best-times";
import { addDays } from "#lib/kernel/local-time";

/** Of twelve weeks from a Monday on: so many touchpoints in each of these weeks, on a day at an hour. */
function weekly(weekday: number, hour: number, counts: readonly number[]) {
  return counts.map((touchpoints, week) => ({
    at: `${addDays("2026-01-05", week * 7 + weekday - 1)}T${String(hour).padStart(2, "0")}:15`,
    touchpoints,
  }));
}

const steadily = Array.from({ length: 12 }, () => 10);

describe("the best hours of the week", () => {
  test("are those in which people come week after week", () => {
    const found = bestTimesOf([...weekly(2, 9, steadily), ...weekly(7, 23, [3, 3, 3])]);
    expect(found.touchpoints).toBe(129);
    expect(found.cells).toMatchObject([
      { weekday: 2, hour: 9, touchpoints: 120, steady: 110 },
      { weekday: 7, hour: 23, touchpoints: 9, steady: 6 },
    ]);
    expect(found.best).toEqual([
      { weekday: 2, hour: 9 },
      { weekday: 7, hour: 23 },
    ]);
  });

  test("one post that flew makes no best hour", () => {
    const found = bestTimesOf([...weekly(3, 14, [900, 1, 1]), ...weekly(4, 10, [5, 5, 5, 5])]);
    expect(found.best).toEqual([{ weekday: 4, hour: 10 }]);
  });

  test.each([
    ["too little in all", weekly(2, 9, [33, 33, 33])],
    ["in two weeks alone", weekly(2, 9, [100, 100])],
    ["nothing", []],
    [
      "all hours alike",
      Array.from({ length: 168 }, (_, at) =>
        weekly(Math.floor(at / 24) + 1, at % 24, steadily),
      ).flat(),
    ],
  ])("nothing is said of %s", (_name, counts) => {
    expect(bestTimesOf(counts).best).toEqual([]);
  });

  test("are five at most, and two a day", () => {
    const day = (weekday: number) => [9, 10, 11].flatMap((hour) => weekly(weekday, hour, steadily));
    const { best } = bestTimesOf([1, 2, 3].flatMap(day));
    expect(best).toHaveLength(5);
    for (const weekday of [1, 2, 3])
      expect(best.filter((one) => one.weekday === weekday).length).toBeLessThanOrEqual(2);
  });
});
