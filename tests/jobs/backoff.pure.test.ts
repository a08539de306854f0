import { expect, test } from "vitest";

import { backoffMs, backoffSince } from "#lib/jobs/backoff";
import { isLeaseLive } from "#lib/jobs/lease";

import { noon } from "../support/context.ts";

test("every failure doubles the wait, up to the longest", () => {
  const limits = { firstMs: 5_000, longestMs: 60_000 };
  const waits = [1, 2, 3, 4, 5, 6, 60].map((failures) => backoffMs(failures, limits));
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
});

test("without a counter the wait is as long again as it has been failing", () => {
  const limits = { firstMs: 30_000, longestMs: 600_000 };
  const after = (ms: number) => backoffSince(noon, new Date(noon.getTime() + ms), limits);
  expect([0, 45_000, 3_600_000].map(after)).toEqual([30_000, 45_000, 600_000]);
  // The clock was set back since.
  expect(after(-5_000)).toBe(30_000);
});

test("a lease lives until its instant, and not where it can only come from a clock that was ahead", () => {
  const inMs = (ms: number) => new Date(noon.getTime() + ms);
  expect(isLeaseLive(null, noon)).toBe(false);
  expect(isLeaseLive(inMs(1), noon)).toBe(true);
  expect(isLeaseLive(noon, noon)).toBe(false);
  expect(isLeaseLive(inMs(30_000), noon, 30_000)).toBe(false);
  expect(isLeaseLive(inMs(7_200_000), noon)).toBe(false);
});
