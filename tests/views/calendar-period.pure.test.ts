import { describe, expect, test } from "vitest";

import { timeForDraft } from "../../app/[workspace]/calendar/draft-drag.ts";
import {
  countedDaysOf,
  daysOf,
  figuresOf,
  moreDraftsAt,
  readAddress,
} from "../../app/[workspace]/calendar/view.ts";

const november = { day: "2026-11-12", account: undefined };

test("a month is counted alike as weeks and as a list, whatever days stand around it", () => {
  const events = ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"].map((day) => ({
    day,
    look: "out",
  }));
  const [asWeeks, asList] = (["month", "list"] as const).map((view) =>
    figuresOf(events, countedDaysOf({ ...november, view })),
  );
  expect(asWeeks).toEqual({ out: 2, coming: 0 });
  expect(asList).toEqual(asWeeks);
  expect(daysOf({ ...november, view: "month" })).toHaveLength(42);
  expect(countedDaysOf({ ...november, view: "month" })).toHaveLength(30);
  expect(countedDaysOf({ ...november, view: "week" })).toHaveLength(7);
});

test("what failed, waits or was taken down is neither out nor to come", () => {
  const events = ["out", "scheduled", "failed", "missed", "unknown", "taken-down", "draft"].map(
    (look) => ({ day: "2026-11-12", look }),
  );
  expect(figuresOf(events, ["2026-11-12"])).toEqual({ out: 1, coming: 1 });
});

test("more drafts stand in the address, and nothing odd does", () => {
  const here = readAddress({ view: "list", day: "2026-11-12", account: "ada" }, "2026-11-20");
  const more = moreDraftsAt("shop", here, 50);
  expect(more).toBe("/shop/calendar?view=list&day=2026-11-12&account=ada&drafts=250");
  const asked = Object.fromEntries(new URLSearchParams(more?.split("?")[1]));
  expect(readAddress(asked, "2026-11-20")).toEqual({ ...here, drafts: 250 });
  expect(moreDraftsAt("shop", here, 1_000)).toBeUndefined();
  for (const drafts of ["", "0", "-1", "1.5", "x", "1e99x"])
    expect(readAddress({ drafts }, "2026-11-20")).not.toHaveProperty("drafts");
});

describe("a draft that is put on a day", () => {
  test.each([
    ["2026-11-13", "2026-11-12T15:10", "2026-11-13T09:00"],
    ["2026-11-12", "2026-11-12T03:10", "2026-11-12T09:00"],
    ["2026-11-12", "2026-11-12T15:10", "2026-11-12T16:00"],
    ["2026-11-12", "2026-11-12T23:40", "2026-11-12T23:59"],
  ])("%s, at %s", (day, now, at) => {
    expect(timeForDraft(day, now)).toBe(at);
  });
});
