import { expect, test } from "vitest";

import { trendOf } from "#lib/analytics/trend";

test.each([
  ["nothing at all", [0, 0, 0, 0], "nothing"],
  ["a first week that is under way", [0, 0, 0, 3], "begun"],
  ["something again after two weeks without", [1, 0, 0, 2], "again"],
  ["nothing for two weeks and this one", [1, 0, 0, 0], "nothing"],
  ["a first week", [0, 0, 0, 4, 1], "new"],
  ["more than ever", [3, 5, 4, 9, 0], "best"],
  ["rising without a record", [20, 5, 6, 7, 8, 2], "rising"],
  ["falling for weeks", [1, 9, 8, 7, 6, 0], "falling"],
  ["hardly a change", [90, 40, 50, 47, 12], "steady"],
  ["a jump", [90, 40, 10, 30, 0], "up"],
  ["a drop", [90, 10, 40, 20, 30], "down"],
])("%s", (_name, counts, kind) => {
  expect(trendOf(counts)).toMatchObject({ kind });
});

test("the week under way is not judged", () => {
  expect(trendOf([10, 10, 10, 10, 0])).toMatchObject({ kind: "steady", last: 10, before: 10 });
});
