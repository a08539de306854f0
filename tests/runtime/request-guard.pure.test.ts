import { describe, expect, test } from "vitest";

import { contentSecurityPolicy, isForgery, standingHeaders } from "#lib/runtime/request-guard";

const home = "https://shout.example.org";
const host = "shout.example.org";

describe("a request that changes something with a cookie", () => {
  test.each([
    ["POST", { cookie: "a=b", "sec-fetch-site": "same-origin" }, false],
    ["POST", { cookie: "a=b", "sec-fetch-site": "none" }, false],
    ["POST", { cookie: "a=b", "sec-fetch-site": "same-site" }, true],
    [
      "POST",
      { cookie: "a=b", "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      true,
    ],
    ["POST", { cookie: "a=b", origin: home }, false],
    ["DELETE", { cookie: "a=b", origin: `https://${host}` }, false],
    ["POST", { cookie: "a=b", origin: "null" }, true],
    ["POST", { cookie: "a=b", origin: "https://shout.example.org.evil.example" }, true],
    ["POST", { cookie: "a=b" }, true],
    ["POST", {}, false],
    ["POST", { origin: "https://evil.example" }, true],
    ["POST", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }, true],
    ["POST", { "sec-fetch-site": "cross-site" }, true],
    ["POST", { origin: "nonsense" }, true],
    ["PATCH", { origin: home }, false],
    ["GET", { cookie: "a=b", "sec-fetch-site": "cross-site" }, false],
    ["HEAD", { cookie: "a=b" }, false],
  ])("%s with %j is a forgery: %s", (method, headers, expected) => {
    expect(isForgery(method, { host, ...headers }, home)).toBe(expected);
  });
});

test("scripts run by the nonce alone; signing in may go to the issuer", () => {
  const openId = {
    issuer: "https://id.example/realm",
    clientId: "a",
    clientSecret: "b",
    name: "Id",
  };
  const policy = contentSecurityPolicy("abc", { openId }, false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("form-action 'self' https://id.example;");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).toContain("img-src 'self' data: blob:;");
  expect(policy).toContain("style-src 'self' 'nonce-abc';");
  expect(policy).not.toContain("unsafe-inline");
});

test("HSTS only where the address is https", () => {
  expect(standingHeaders(home)).toHaveProperty("strict-transport-security");
  expect(standingHeaders("http://localhost:3000")).not.toHaveProperty("strict-transport-security");
});
