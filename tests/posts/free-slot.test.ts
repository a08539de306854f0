import { expect, test } from "vitest";

import { nextFreeSlot } from "#lib/posts/free-slot";

test("offers the first hour of today that is still more than half an hour away", () => {
  expect(nextFreeSlot("2026-11-19T08:00", [], "decision")).toBe("2026-11-19T09:00");
  expect(nextFreeSlot("2026-11-19T08:45", [], "decision")).toBe("2026-11-19T12:30");
  expect(nextFreeSlot("2026-11-19T19:10", [], "decision")).toBe("2026-11-20T09:00");
});

test("passes over a moment that another post has", () => {
  const planned = [{ at: "2026-11-19T09:00", stageId: "awareness" }];
  expect(nextFreeSlot("2026-11-19T07:00", planned, "decision")).toBe("2026-11-19T12:30");
});

test("passes over a day that has a post in the stage already", () => {
  const planned = [{ at: "2026-11-19T19:30", stageId: "decision" }];
  expect(nextFreeSlot("2026-11-19T07:00", planned, "decision")).toBe("2026-11-20T09:00");
});

test("does not fall off the end of the day", () => {
  expect(nextFreeSlot("2026-12-31T23:50", [], null)).toBe("2027-01-01T09:00");
});
