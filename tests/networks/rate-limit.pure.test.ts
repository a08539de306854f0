import { expect, test } from "vitest";

import { restUntil, retryAt } from "#lib/networks/kit/rate-limit";
import { rateLimits as ofX } from "#lib/networks/x/failure";

const now = new Date("2026-03-01T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const seconds = (at: Date) => String(at.getTime() / 1000);
const limits = { headers: ["x-ratelimit"], usualMs: 300_000 };

function answer(headers: Record<string, string>) {
  return { status: 429, headers: new Headers(headers), body: Buffer.alloc(0), url: "" };
}

test.each([
  ["seconds to wait", { "retry-after": "30" }, minutes(0.5)],
  ["a date to wait for", { "retry-after": "Sun, 01 Mar 2026 12:40:00 GMT" }, minutes(40)],
  ["an instant to wait for", { "retry-after": seconds(minutes(40)) }, minutes(40)],
  ["a reset in ISO 8601", { "x-ratelimit-reset": "2026-03-01T12:10:00.123456Z" }, minutes(10)],
  ["a reset in seconds", { "x-ratelimit-reset": seconds(minutes(10)) }, minutes(10)],
  ["a reset in seconds from now", { "x-ratelimit-reset": "90" }, minutes(1.5)],
  ["a reset in milliseconds", { "x-ratelimit-reset": String(+minutes(10)) }, minutes(10)],
  ["a reset in microseconds", { "x-ratelimit-reset": `${+minutes(10)}000` }, minutes(10)],
  [
    "a reset before the time to wait",
    { "retry-after": "3600", "x-ratelimit-reset": seconds(minutes(10)) },
    minutes(60),
  ],
  [
    "a limit that is not used up",
    { "x-ratelimit-remaining": "7", "x-ratelimit-reset": seconds(minutes(10)) },
    minutes(5),
  ],
  ["a reset that has passed", { "x-ratelimit-reset": seconds(minutes(-10)) }, minutes(5)],
  ["a time that has passed", { "retry-after": "Sun, 01 Mar 2026 11:40:00 GMT" }, minutes(5)],
  ["nonsense", { "retry-after": "soon", "x-ratelimit-reset": "-1" }, minutes(5)],
  ["nothing", {}, minutes(5)],
  ["2099", { "x-ratelimit-reset": "2099-01-01T00:00:00Z" }, minutes(24 * 60)],
  ["a hundred years", { "retry-after": "99999999" }, minutes(24 * 60)],
])("too many requests, told by %s", (_name, headers, expected) => {
  const at = retryAt(answer(headers), now, limits).getTime();
  expect(Math.abs(at - expected.getTime())).toBeLessThan(1_000);
});

test("of several limits, the latest of those used up counts", () => {
  const headers = {
    "x-rate-limit-remaining": "71",
    "x-rate-limit-reset": seconds(minutes(12)),
    "x-app-limit-24hour-remaining": "14000",
    "x-app-limit-24hour-reset": seconds(minutes(1_300)),
    "x-user-limit-24hour-remaining": "0",
    "x-user-limit-24hour-reset": seconds(minutes(1_200)),
  };
  expect(retryAt(answer(headers), now, ofX)).toEqual(minutes(1_200));
  expect(restUntil(answer(headers), now, ofX)).toEqual(minutes(1_200));
  const both = { ...headers, "x-rate-limit-remaining": "0" };
  expect(restUntil(answer(both), now, ofX)).toEqual(minutes(1_200));
});

test("what is left, or is not told, is no reason to rest", () => {
  const reset = { "x-ratelimit-reset": seconds(minutes(10)) };
  expect(
    restUntil(answer({ ...reset, "x-ratelimit-remaining": "1" }), now, limits),
  ).toBeUndefined();
  expect(restUntil(answer(reset), now, limits)).toBeUndefined();
  expect(restUntil(answer({ "x-ratelimit-remaining": "0" }), now, limits)).toBeUndefined();
});
