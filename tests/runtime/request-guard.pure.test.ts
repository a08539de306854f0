import { describe, expect, test } from "vitest";

import {
  contentSecurityPolicy,
  isForgery,
  isReadableAddress,
  standingHeaders,
} from "#lib/runtime/request-guard";

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

test.each([
  ["shout.example.org:443", "https://shout.example.org", false],
  ["nas.lan:80", "http://nas.lan", false],
  ["NAS.lan:3000", "http://nas.lan:3000", false],
  ["nas.lan.:3000", "http://nas.lan.:3000", false],
  ["[0:0:0:0:0:0:0:1]:3000", "http://[::1]:3000", false],
  ["nas.lan:3000", "http://nas.lan:4000", true],
  ["nas.lan:443", "http://nas.lan", true],
  ["", "http://nas.lan", true],
])("at %s a page of %s is a forgery: %s", (asked, origin, expected) => {
  const headers = { cookie: "a=b", host: asked, origin };
  expect(isForgery("POST", headers, "http://localhost:3000")).toBe(expected);
});

test.each([
  ["/today?q=%E2%80%AE", true],
  ["//today", true],
  ["/a%00b", false],
  ["/a?b=%00", false],
  ["/%ff", false],
  ["http://rebind.example/sign-in", false],
  ["rebind.example:443", false],
  ["*", false],
])("%s can be read: %s", (url, expected) => {
  expect(isReadableAddress(url)).toBe(expected);
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
