import { expect, test } from "vitest";

import {
  addDays,
  instantOf,
  localDay,
  localWeek,
  startOfDay,
  wallClock,
} from "#lib/kernel/local-time";

const amsterdam = "Europe/Amsterdam";

test("an ordinary minute is one instant", () => {
  expect(instantOf("2026-12-01T09:00", amsterdam)).toEqual({
    kind: "exact",
    at: new Date("2026-12-01T08:00:00Z"),
  });
});

test.each([
  [amsterdam, "2026-03-29T02:30", "2026-03-29T01:00:00Z"],
  ["America/New_York", "2026-03-08T02:15", "2026-03-08T07:00:00Z"],
  ["Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:30:00Z"],
  ["America/St_Johns", "2026-03-08T02:00", "2026-03-08T05:30:00Z"],
])("a minute that %s skips moves to the next one that exists", (zone, wall, next) => {
  expect(instantOf(wall, zone)).toEqual({ kind: "gap", at: new Date(next) });
});

test.each([
  [amsterdam, "2026-10-25T02:30", "2026-10-25T00:30:00Z"],
  ["Europe/London", "2026-10-25T01:30", "2026-10-25T00:30:00Z"],
  ["Pacific/Auckland", "2026-04-05T02:30", "2026-04-04T13:30:00Z"],
])("a minute that %s shows twice is the first of the two", (zone, wall, first) => {
  expect(instantOf(wall, zone)).toEqual({ kind: "overlap", at: new Date(first) });
});

test.each(["", "tomorrow", "2026-02-29T09:00", "2026-13-01T09:00", "2026-12-01 09:00"])(
  "%j is not a time",
  (wall) => {
    expect(instantOf(wall, amsterdam)).toEqual({ kind: "unreadable" });
  },
);

test("29 February exists in a leap year", () => {
  expect(instantOf("2028-02-29T09:00", "UTC")).toMatchObject({ kind: "exact" });
});

test("a day and a week belong to the zone", () => {
  const lateOnSunday = new Date("2026-11-22T23:30:00Z");
  expect(localDay(lateOnSunday, amsterdam)).toBe("2026-11-23");
  expect(localWeek(lateOnSunday, amsterdam)).toBe("2026-W48");
  expect(localWeek(lateOnSunday, "UTC")).toBe("2026-W47");
  expect(localWeek(new Date("2027-01-02T12:00:00Z"), "UTC")).toBe("2026-W53");
});

test("a day begins when the zone says", () => {
  expect(startOfDay("2026-07-01", amsterdam)).toEqual(new Date("2026-06-30T22:00:00Z"));
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(wallClock(new Date("2026-07-01T07:05:59Z"), amsterdam)).toBe("2026-07-01T09:05");
});
