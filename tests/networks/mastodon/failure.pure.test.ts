import { expect, test } from "vitest";

import { failureOfAnswer } from "#lib/networks/mastodon/failure";

const now = new Date("2026-03-01T12:00:00Z");

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  return { status, headers: new Headers(headers), body: bytes, url: "https://wool.example" };
}

test.each([
  [401, "The access token is invalid", { kind: "reconnect" }],
  [401, "The access token was revoked", { kind: "reconnect" }],
  [403, "This action is outside the authorized scopes", { kind: "reconnect" }],
  [403, "Your login is currently disabled", { kind: "refused", code: "account-suspended" }],
  [403, "This action is not allowed", { kind: "refused", code: "forbidden" }],
  [404, "Record not found", { kind: "refused", code: "reply-target-gone" }],
  [413, "", { kind: "refused", code: "image-too-large" }],
  [
    422,
    "Validation failed: File file size must be less than 16 MB",
    { kind: "refused", code: "image-too-large" },
  ],
  [
    422,
    "Validation failed: File content type is invalid",
    { kind: "refused", code: "image-unreadable" },
  ],
  [
    422,
    "Validation failed: Text character limit of 500 exceeded",
    { kind: "refused", code: "text-too-long" },
  ],
  [
    422,
    "Validation failed: Text can't be blank",
    { kind: "refused", code: "invalid", detail: "Validation failed: Text can't be blank" },
  ],
  [503, "Remote data could not be fetched", { kind: "unknown", httpStatus: 503 }],
  [500, "", { kind: "unknown", httpStatus: 500 }],
])("HTTP %i %s", (status, error, expected) => {
  expect(failureOfAnswer(answer(status, { error }), now)).toMatchObject(expected);
});

test("a proxy's page in HTML is nothing to go by", () => {
  const page = answer(502, "<html><h1>Bad Gateway</h1></html>");
  expect(failureOfAnswer(page, now)).toMatchObject({ kind: "unknown", detail: "HTTP 502" });
});

test.each([
  ["the network's own header", { "x-ratelimit-reset": "2026-03-01T12:10:00.123456Z" }, 600.123],
  ["seconds to wait", { "retry-after": "30" }, 30],
  ["an instant that has passed", { "x-ratelimit-reset": "2026-03-01T11:00:00Z" }, 300],
  ["nothing", {}, 300],
  ["nonsense", { "x-ratelimit-reset": "soon" }, 300],
])("over a limit, told by %s", (_name, headers, seconds) => {
  expect(failureOfAnswer(answer(429, { error: "Too many requests" }, headers), now)).toMatchObject({
    kind: "later",
    retryAt: new Date(now.getTime() + seconds * 1000),
  });
});
