import { expect, test } from "vitest";

import { byteRangeOf } from "#lib/media/byte-range";

test.each([
  [null, undefined],
  ["bytes=0-", { start: 0, end: 100 }],
  ["bytes=10-19", { start: 10, end: 20 }],
  ["bytes=90-500", { start: 90, end: 100 }],
  ["bytes=-10", { start: 90, end: 100 }],
  ["bytes=-500", { start: 0, end: 100 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=20-10", undefined],
  ["bytes=0-1,5-6", undefined],
  ["bytes=", undefined],
  ["bytes=-", undefined],
  ["items=0-1", undefined],
  ["bytes=999999999999999999-", undefined],
])("%s of a hundred bytes", (header, expected) => {
  expect(byteRangeOf(header, 100)).toEqual(expected);
});
