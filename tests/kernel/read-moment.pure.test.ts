import { expect, test } from "vitest";

import { writtenMoment } from "#lib/kernel/local-time";
import { readMoment } from "#lib/kernel/read-moment";

const timeZone = "Europe/Amsterdam";

test.each([
  ["2026-05-01 10:30:45 -0500", "2026-05-01T15:30:45.000Z"],
  ["2026-05-01 10:30:45 −05:00", "2026-05-01T15:30:45.000Z"],
  ["2026-05-01T14:30:00Z", "2026-05-01T14:30:00.000Z"],
  ["2026-05-01T14:30:00.123+02:00", "2026-05-01T12:30:00.123Z"],
  ["2026-05-01T10:30+0530", "2026-05-01T05:00:00.000Z"],
  ["20260501T143000Z", "2026-05-01T14:30:00.000Z"],
  ["2026-05-01 23:30 UTC", "2026-05-01T23:30:00.000Z"],
  ["2026-12-10 09:00 CET", "2026-12-10T08:00:00.000Z"],
  ["2026-05-01 10:30 [Europe/Lisbon]", "2026-05-01T09:30:00.000Z"],
  ["Fri, 01 May 2026 10:30:45 +0200", "2026-05-01T08:30:45.000Z"],
  ["Fri May 01 2026 10:30:45 GMT+0200 (Central European Summer Time)", "2026-05-01T08:30:45.000Z"],
  ["1-5-2026 2:30 PM", "2026-05-01T12:30:00.000Z"],
  ["2026-05-01 2:30 p.m.", "2026-05-01T12:30:00.000Z"],
  ["2026-05-01 12:00 AM", "2026-04-30T22:00:00.000Z"],
  ["2026-05-01 2 PM", "2026-05-01T12:00:00.000Z"],
  ["2026-05-01 9:05:00", "2026-05-01T07:05:00.000Z"],
  ["2026-12-10 09:00", "2026-12-10T08:00:00.000Z"],
  ["1.5.2026", "2026-05-01T10:00:00.000Z"],
  ["13/5/2026", "2026-05-13T10:00:00.000Z"],
  ["5/13/2026", "2026-05-13T10:00:00.000Z"],
  ["5/5/2026", "2026-05-05T10:00:00.000Z"],
  ["vrijdag 1 mei 2026 14.30 uur", "2026-05-01T12:30:00.000Z"],
  ["1 mrt 2026", "2026-03-01T11:00:00.000Z"],
  ["May 1st, 2026 at 2:30 PM", "2026-05-01T12:30:00.000Z"],
  ["2026-05-01\u00A014h30", "2026-05-01T12:30:00.000Z"],
])("%s is %s", (text, at) => {
  expect(readMoment(text, { timeZone })).toMatchObject({ kind: "moment", at: new Date(at) });
});

test.each([
  "",
  "gisteren",
  "2026-05-01 14:30 foo",
  "2026-05-01 10:30 -05:00 x",
  "2026-05-01 10:30 BST",
  "2026-05-01 25:00",
  "2026-05-01 10:60",
  "2026-05-01 13:00 PM",
  "2026-02-30",
  "2026-02-30T10:00Z",
  "2026-13-01",
  "01-05-26",
  "2026-05-01Z",
  "2026-05-01 10:30 [Europe/Nowhere]",
  "2026-05-01 10:30+25:00",
])("%j is no moment", (text) => {
  expect(readMoment(text, { timeZone }).kind).toBe("unreadable");
});

test("a date of two numbers is what the list says, and asked for where nothing says it", () => {
  expect(readMoment("1/5/2026", { timeZone }).kind).toBe("ambiguous");
  const read = (order: "day-first" | "month-first", text: string) =>
    readMoment(text, { timeZone, order });
  expect(read("day-first", "1/5/2026")).toMatchObject({ wall: "2026-05-01T12:00" });
  expect(read("month-first", "1/5/2026 8:00 AM")).toMatchObject({ wall: "2026-01-05T08:00" });
  expect(read("month-first", "1-5-2026")).toMatchObject({ wall: "2026-01-05T12:00" });
  expect(read("month-first", "13-5-2026")).toMatchObject({ wall: "2026-05-13T12:00" });
});

test("a minute that the clock skips or shows twice is told", () => {
  expect(readMoment("2026-03-29 02:30", { timeZone })).toMatchObject({ clock: "gap" });
  expect(readMoment("2026-10-25 02:30", { timeZone })).toMatchObject({ clock: "overlap" });
});

test.each([
  ["2026-02-01T11:00:00.000Z", "2026-02-01T12:00"],
  ["2026-02-01T11:00:05.000Z", "2026-02-01T12:00:05"],
  ["2026-02-01T11:00:05.120Z", "2026-02-01T12:00:05.12"],
  ["2026-10-25T00:30:00.000Z", "2026-10-25T02:30+02:00"],
  ["2026-10-25T01:30:00.000Z", "2026-10-25T02:30+01:00"],
])("%s is written %s and read back exactly", (at, written) => {
  expect(writtenMoment(new Date(at), timeZone)).toBe(written);
  expect(readMoment(written, { timeZone })).toMatchObject({ at: new Date(at) });
});
