import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, localDay } from "#lib/kernel/local-time";
import { nextOccurrence, occurrencesBetween, type RecurrenceTimes } from "#lib/posts/occurrences";
import { readRule } from "#lib/posts/read-rule";

const zones = [
  "Europe/Amsterdam",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Pacific/Apia",
];

function timesOf(rule: string, given: Partial<RecurrenceTimes> = {}): RecurrenceTimes {
  const read = readRule(rule);
  if (!read.ok) throw new Error(`${read.refusal} ${JSON.stringify(read.detail)}`);
  return {
    rule: read.value,
    startDay: "2026-01-01",
    time: "10:00",
    timeZone: "Europe/Amsterdam",
    endsBefore: null,
    ...given,
  };
}

const all = (times: RecurrenceTimes, until: string) =>
  occurrencesBetween(times, { after: null, until: new Date(until) });

test("keeps its time on the clock over both changes of the clock", () => {
  const times = timesOf("FREQ=WEEKLY;BYDAY=SU", { startDay: "2026-03-22" });
  expect(all(times, "2026-04-06T00:00Z").map(({ at }) => at.toISOString())).toEqual([
    "2026-03-22T09:00:00.000Z",
    "2026-03-29T08:00:00.000Z",
    "2026-04-05T08:00:00.000Z",
  ]);
});

test.each([
  ["a time in the gap is the next minute that exists", "2026-03-29", "02:30", "2026-03-29T01:00"],
  ["a time in the overlap is the first of the two", "2026-10-25", "02:30", "2026-10-25T00:30"],
])("%s", (_what, startDay, time, at) => {
  const times = timesOf("FREQ=DAILY;COUNT=1", { startDay, time });
  expect(all(times, "2027-01-01T00:00Z")).toEqual([{ day: startDay, at: new Date(`${at}Z`) }]);
});

test("a zone that skips a whole day has the occurrences of both days once", () => {
  const times = timesOf("FREQ=DAILY;COUNT=4", {
    startDay: "2011-12-29",
    time: "00:00",
    timeZone: "Pacific/Apia",
  });
  expect(all(times, "2012-01-03T00:00Z").map(({ day }) => day)).toEqual([
    "2011-12-29",
    "2011-12-30",
    "2012-01-01",
  ]);
  const after = { after: "2011-12-30", until: new Date("2012-01-03T00:00Z") };
  expect(occurrencesBetween(times, after).map(({ day }) => day)).toEqual(["2012-01-01"]);
});

test.each([
  ["FREQ=MONTHLY;BYMONTHDAY=31", ["2026-01-31", "2026-03-31", "2026-05-31"]],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", ["2026-01-31", "2026-02-28", "2026-03-31"]],
  ["FREQ=MONTHLY;BYDAY=-1FR", ["2026-01-30", "2026-02-27", "2026-03-27"]],
  ["FREQ=MONTHLY;BYDAY=5MO", ["2026-03-30", "2026-06-29", "2026-08-31"]],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2026-01-30", "2026-02-27", "2026-03-31"]],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2028-02-29", "2032-02-29", "2036-02-29"]],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", ["2026-01-01", "2026-01-12", "2026-01-15"]],
  ["RRULE:FREQ=DAILY;INTERVAL=10;UNTIL=20260111T235959Z;", ["2026-01-01", "2026-01-11"]],
  ["FREQ=DAILY;COUNT=2", ["2026-01-01", "2026-01-02"]],
])("%s", (rule, days) => {
  const found = all(timesOf(rule), "2040-01-01T00:00Z").map(({ day }) => day);
  expect(found.slice(0, 3)).toEqual(days);
});

test("goes on over a 29 February that is left out, and says where a rule never comes", () => {
  const leap = timesOf("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", { startDay: "2096-03-01" });
  expect(nextOccurrence(leap, null)?.day).toBe("2104-02-29");
  const never = timesOf("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
  const begun = performance.now();
  expect(nextOccurrence(never, null)).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test("a count of 100,000 is counted without being written out", () => {
  const times = timesOf("FREQ=DAILY;COUNT=100000");
  const begun = performance.now();
  const range = { after: "2080-01-01", until: new Date("2080-02-01T00:00Z") };
  expect(occurrencesBetween(times, range)).toHaveLength(30);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test("does not come on the day on which it was ended, or later", () => {
  const times = timesOf("FREQ=DAILY", { endsBefore: "2026-01-03" });
  expect(all(times, "2026-02-01T00:00Z").map(({ day }) => day)).toEqual([
    "2026-01-01",
    "2026-01-02",
  ]);
  expect(nextOccurrence(times, "2026-01-02")).toBeUndefined();
});

test.each([
  "",
  "FREQ=HOURLY",
  "FREQ=DAILY;INTERVAL=0",
  "FREQ=DAILY;INTERVAL=1.5",
  "FREQ=DAILY;COUNT=0",
  "FREQ=DAILY;COUNT=100001",
  "FREQ=DAILY;COUNT=2;UNTIL=20260101",
  "FREQ=DAILY;UNTIL=20260231",
  "FREQ=DAILY;BYHOUR=9,17",
  "FREQ=DAILY;FREQ=WEEKLY",
  "FREQ=DAILY;BYDAY=XX",
  "FREQ=WEEKLY;BYDAY=2MO",
  "FREQ=WEEKLY;BYMONTHDAY=3",
  "FREQ=YEARLY;BYDAY=20MO",
  "FREQ=MONTHLY;BYMONTHDAY=45",
  "FREQ=MONTHLY;BYMONTHDAY=0",
  "FREQ=WEEKLY;WKST=SU",
  "FREQ=DAILY;RSCALE=CHINESE",
  "FREQ=DAILY\nDTSTART:20260101T000000Z",
  "EVERY FRIDAY",
])("%j is refused, not understood as something else", (text) => {
  expect(readRule(text)).toMatchObject({ ok: false, detail: { part: expect.any(String) } });
});

test("1,000 random schedules over changes of the clock: each occurrence once, at the documented instant", () => {
  const schedules = fc.record({
    timeZone: fc.constantFrom(...zones),
    // Around the days on which some of these clocks change.
    startDay: fc
      .tuple(
        fc.constantFrom("2026-03-06", "2026-03-27", "2026-04-02", "2026-10-02", "2026-10-23"),
        fc.integer({ min: -9, max: 9 }),
      )
      .map(([day, days]) => addDays(day, days)),
    // Most of them where clocks jump.
    minutes: fc.oneof(
      fc.integer({ min: 0, max: 3 * 60 + 59 }),
      fc.integer({ min: 0, max: 24 * 60 - 1 }),
    ),
    rule: fc.oneof(
      fc.record({ kind: fc.constant("daily" as const), n: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ kind: fc.constant("weekly" as const), n: fc.integer({ min: 0, max: 6 }) }),
      fc.record({ kind: fc.constant("monthly" as const), n: fc.integer({ min: 1, max: 31 }) }),
    ),
    steps: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }),
  });
  fc.assert(
    fc.property(schedules, ({ timeZone, startDay, minutes, rule, steps }) => {
      const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
      const times = timesOf(textOf(rule), { timeZone, startDay, time });
      // As the job does it: the horizon moves on by some days each time.
      const made: { day: string; at: Date }[] = [];
      let until = new Date(`${startDay}T00:00Z`);
      for (const step of steps) {
        until = new Date(until.getTime() + step * 86_400_000);
        made.push(...occurrencesBetween(times, { after: made.at(-1)?.day ?? null, until }));
      }
      const expected = daysFrom(startDay, localDay(until, timeZone))
        .filter((day) => comesOn(rule, startDay, day))
        .map((day) => ({ day, at: firstInstantAt(`${day}T${time}`, timeZone) }))
        .filter(({ at }) => at < until);
      expect(made).toEqual(expected);
    }),
    { numRuns: 1_000, seed: 11 },
  );
});

type Rule = { kind: "daily" | "weekly" | "monthly"; n: number };

const names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function textOf({ kind, n }: Rule): string {
  if (kind === "daily") return `FREQ=DAILY;INTERVAL=${n}`;
  if (kind === "weekly") return `FREQ=WEEKLY;BYDAY=${names[n]}`;
  return `FREQ=MONTHLY;BYMONTHDAY=${n}`;
}

/** Said in another way than the product's: by counting days. */
function comesOn({ kind, n }: Rule, startDay: string, day: string): boolean {
  const date = new Date(`${day}T00:00Z`);
  if (kind === "daily")
    return ((date.getTime() - Date.parse(`${startDay}T00:00Z`)) / 86_400_000) % n === 0;
  if (kind === "weekly") return (date.getUTCDay() + 6) % 7 === n;
  return date.getUTCDate() === n;
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The first minute at which the zone's clock shows this time or a later one: looked for, not reckoned. */
function firstInstantAt(wall: string, timeZone: string): Date {
  const clock = clocks.get(timeZone) ?? clockOf(timeZone);
  clocks.set(timeZone, clock);
  const wanted = wall.replace("T", " ");
  const shown = (ms: number) => clock.format(ms);
  // No clock is more than 15 hours off, and none of these jumps by more than an hour.
  let low = Date.parse(`${wall}Z`) - 15 * 3_600_000;
  while (shown(low + 1_800_000) < wanted) low += 1_800_000;
  while (shown(low) < wanted) low += 60_000;
  return new Date(low);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** As Sweden writes it: `2026-03-29 03:00`. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
}
