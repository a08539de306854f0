import { expect, test } from "vitest";

import { failureOfAnswer } from "#lib/networks/bluesky/failure";

const now = new Date("2026-03-01T12:00:00Z");
const inTenMinutes = new Date(now.getTime() + 600_000);

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  return { status, headers: new Headers(headers), body: bytes, url: "https://pds.example" };
}

test.each([
  [400, "ExpiredToken", "Token has expired", { kind: "expired" }],
  [400, "InvalidToken", "Token could not be verified", { kind: "reconnect" }],
  [401, "AuthenticationRequired", "Invalid identifier or password", { kind: "reconnect" }],
  [401, "AuthFactorTokenRequired", "", { kind: "reconnect" }],
  [401, "AccountTakedown", "", { kind: "refused", code: "account-suspended" }],
  [400, "AccountDeactivated", "", { kind: "refused", code: "account-suspended" }],
  [400, "BlobTooLarge", "", { kind: "refused", code: "image-too-large" }],
  [413, "PayloadTooLarge", "", { kind: "refused", code: "image-too-large" }],
  [400, "InvalidMimeType", "", { kind: "refused", code: "image-unreadable" }],
  [
    400,
    "InvalidRequest",
    "Record/text must not be longer than 300 graphemes",
    { kind: "refused", code: "text-too-long" },
  ],
  [400, "InvalidRequest", "Invalid record", { kind: "refused", code: "invalid" }],
  [403, "Forbidden", "", { kind: "refused", code: "forbidden" }],
  [500, "InternalServerError", "Internal Server Error", { kind: "unknown", httpStatus: 500 }],
  [408, "", "", { kind: "unknown" }],
])("HTTP %i %s %s", (status, error, message, expected) => {
  expect(failureOfAnswer(answer(status, { error, message }), now)).toMatchObject(expected);
});

test("a proxy's page in HTML is nothing to go by", () => {
  const page = answer(502, "<html><h1>Bad Gateway</h1></html>");
  expect(failureOfAnswer(page, now)).toMatchObject({ kind: "unknown", detail: "HTTP 502" });
});

test.each([
  ["the network's own header", { "ratelimit-reset": String(inTenMinutes.getTime() / 1000) }, 600],
  ["seconds to wait", { "retry-after": "30" }, 30],
  ["an instant that has passed", { "ratelimit-reset": "1700000000" }, 300],
  ["a while instead of an instant", { "ratelimit-reset": "45" }, 45],
  ["nothing", {}, 300],
  ["nonsense", { "retry-after": "soon" }, 300],
])("over a limit, told by %s", (_name, headers, seconds) => {
  const failure = failureOfAnswer(answer(429, { error: "RateLimitExceeded" }, headers), now);
  expect(failure).toMatchObject({
    kind: "later",
    retryAt: new Date(now.getTime() + seconds * 1000),
  });
});
