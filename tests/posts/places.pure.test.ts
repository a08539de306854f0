import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { nextPlace, type PlaceAt } from "#lib/posts/next-place";
import { placesOf } from "#lib/posts/places";

const zones = [
  "Europe/Amsterdam",
  "America/New_York",
  "America/Havana",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Africa/Casablanca",
  "Asia/Beirut",
] as const;

const minute = 60_000;
const dayMs = 24 * 60 * minute;

describe("the places of weekly slots", () => {
  test("each once, at the documented instant, whatever the clock does: 1,000 weeks in eight zones", () => {
    fc.assert(
      fc.property(aSlot, fc.constantFrom(...zones), aStart, (slot, timeZone, start) => {
        const [from, until] = [new Date(start), new Date(start + 14 * dayMs)];
        const found = placesOf([slot], { timeZone, from, until }).map(({ at }) => at.getTime());
        expect(found).toEqual(expected(slot, timeZone, start, start + 14 * dayMs));
      }),
      { numRuns: 1_000, seed: 11 },
    );
  });

  test("a time that the clock skips is the next minute; of one that comes twice, the first", () => {
    const on = (time: string, from: string) =>
      placesOf([slotAt(7, time)], {
        timeZone: "Europe/Amsterdam",
        from: new Date(from),
        until: new Date(Date.parse(from) + 3 * dayMs),
      }).map(({ at }) => at.toISOString());
    expect(on("02:30", "2026-03-28T00:00Z")).toEqual(["2026-03-29T01:00:00.000Z"]);
    expect(on("02:30", "2026-10-24T00:00Z")).toEqual(["2026-10-25T00:30:00.000Z"]);
    // A 09:00 slot stays at 09:00.
    expect(on("09:00", "2026-03-28T00:00Z")).toEqual(["2026-03-29T07:00:00.000Z"]);
  });

  test("slots that the clock puts on one instant are one place", () => {
    const slots = [slotAt(7, "03:00"), slotAt(7, "02:30"), { ...slotAt(7, "02:15"), stageId: "s" }];
    const found = placesOf(slots, {
      timeZone: "Europe/Amsterdam",
      from: new Date("2026-03-28T00:00Z"),
      until: new Date("2026-03-30T00:00Z"),
    });
    expect(found).toEqual([{ accountId: "ada", at: new Date("2026-03-29T01:00Z"), stageId: "s" }]);
  });

  test("a day that a zone leaves out gives its place to the next minute that there is", () => {
    // Samoa went from Thursday to Saturday.
    const found = placesOf([slotAt(5, "10:00")], {
      timeZone: "Pacific/Apia",
      from: new Date("2011-12-27T00:00Z"),
      until: new Date("2012-01-02T00:00Z"),
    });
    expect(found.map(({ at }) => at.toISOString())).toEqual(["2011-12-30T10:00:00.000Z"]);
  });
});

describe("the next free place", () => {
  const at = (accountId: string, time: string, stageId: string | null = null): PlaceAt => ({
    accountId,
    at: time,
    stageId,
  });
  const places = [
    at("ada", "1"),
    at("bob", "2"),
    at("ada", "3", "advocacy"),
    at("ada", "4"),
    at("bob", "4"),
  ];
  const next = (accountIds: string[], stageId: string | null, taken = [] as PlaceAt[]) =>
    nextPlace({ places, occupied: taken }, { accountIds, stageId });

  test.each([
    ["the first of its account", ["ada"], "awareness", [], "1"],
    ["not what is taken", ["ada"], "awareness", [at("ada", "1")], "4"],
    ["what another account has is free", ["ada"], null, [at("bob", "1")], "1"],
    ["its stage's own before those for any", ["ada"], "advocacy", [], "3"],
    ["then those for any", ["ada"], "advocacy", [at("ada", "3")], "1"],
    ["where all of its accounts have one", ["ada", "bob"], null, [], "4"],
    ["or else where one has", ["ada", "bob"], null, [at("bob", "4")], "1"],
    ["an account without slots changes nothing", ["ada", "eve"], null, [], "1"],
    ["but is not posted to twice at once", ["ada", "eve"], null, [at("eve", "1")], "4"],
    ["nothing where there is none", ["eve"], null, [], undefined],
    [
      "no stage's own for a post without one",
      ["ada"],
      null,
      [at("ada", "1"), at("ada", "4")],
      undefined,
    ],
  ] as const)("%s", (_name, accountIds, stageId, taken, found) => {
    expect(next([...accountIds], stageId, [...taken])).toBe(found);
  });
});

function slotAt(weekday: number, time: string) {
  return { accountId: "ada", weekday, time, stageId: null };
}

const aSlot = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    // Mostly at night, when clocks jump.
    hour: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 23 })),
    minute: fc.integer({ min: 0, max: 59 }),
  })
  .map(({ weekday, hour, minute: past }) =>
    slotAt(weekday, `${String(hour).padStart(2, "0")}:${String(past).padStart(2, "0")}`),
  );

/** Around the months in which clocks jump, and anywhere else. */
const aStart = fc
  .record({
    year: fc.integer({ min: 2019, max: 2030 }),
    month: fc.constantFrom(2, 3, 3, 8, 9, 9, 10, 10, 5, 0),
    minutes: fc.integer({ min: 0, max: 31 * 24 * 60 }),
  })
  .map(({ year, month, minutes }) => Date.UTC(year, month, 1) + minutes * minute);

/** By asking the clock alone, a minute at a time: the first instant at which it shows that time or a later one. */
function expected(
  { weekday, time }: { weekday: number; time: string },
  timeZone: string,
  from: number,
  until: number,
): number[] {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const shows = (at: number) => clock.format(at).replace(" ", "T");
  const found: number[] = [];
  for (let day = Math.floor(from / dayMs) - 2; day <= until / dayMs + 2; day += 1) {
    if (((day + 3) % 7) + 1 !== weekday) continue;
    const wall = `${new Date(day * dayMs).toISOString().slice(0, 10)}T${time}`;
    // No zone is further than fifteen hours from UTC, and none jumps off the quarter of an hour.
    let at = Math.floor(Date.parse(`${wall}Z`) / (15 * minute)) * 15 * minute - 15 * 60 * minute;
    while (shows(at + 14 * minute) < wall) at += 15 * minute;
    while (shows(at) < wall) at += minute;
    if (at > from && at < until) found.push(at);
  }
  return found;
}
