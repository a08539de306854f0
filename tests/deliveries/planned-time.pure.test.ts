import { expect, test } from "vitest";

import { plannedTime } from "#lib/deliveries/planned-time";

const now = new Date("2026-03-01T12:00:00Z");

test.each([
  ["2026-12-10T09:00", "2026-12-10T08:00:00.000Z"],
  ["2026-12-10 09:00", "2026-12-10T08:00:00.000Z"],
  ["2026-12-10T09:00:00Z", "2026-12-10T09:00:00.000Z"],
  ["2026-12-10T09:00+01:00", "2026-12-10T08:00:00.000Z"],
  ["2026-12-10 09:00:00 UTC", "2026-12-10T09:00:00.000Z"],
  ["10-12-2026 9:00", "2026-12-10T08:00:00.000Z"],
  ["2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
  ["2026-10-25T02:30+01:00", "2026-10-25T01:30:00.000Z"],
])("%s is planned for %s", (at, planned) => {
  expect(plannedTime({ kind: "wall-clock", at }, "Europe/Amsterdam", now)).toEqual({
    ok: true,
    value: new Date(planned),
  });
});

test.each([
  ["2026-12-10", "unreadable-time"],
  ["10/12/2026 09:00", "unreadable-time"],
  ["2026-12-10 09:00 maybe", "unreadable-time"],
  ["2026-02-28T23:00Z", "in-the-past"],
  ["2026-03-29 02:30", "time-in-gap"],
])("%s is refused: %s", (at, refusal) => {
  expect(plannedTime({ kind: "wall-clock", at }, "Europe/Amsterdam", now)).toMatchObject({
    refusal,
  });
});
