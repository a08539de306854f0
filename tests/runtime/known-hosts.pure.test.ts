import { describe, expect, test } from "vitest";

import { knownHosts } from "#lib/runtime/known-hosts";

const named = { publicUrl: "https://shout.example.org", isPublicUrlGiven: true, allowedHosts: [] };
const guessed = { publicUrl: "http://localhost:3000", isPublicUrlGiven: false, allowedHosts: [] };
const localAddress = "::ffff:192.168.1.5";

describe("with PUBLIC_URL, and what a proxy may send", () => {
  const isKnown = knownHosts({ ...named, allowedHosts: ["nas.lan", "[fd00::7]"] });
  test.each([
    ["shout.example.org", true],
    ["SHOUT.example.org:443", true],
    ["shout.example.org.", true],
    ["localhost:3000", true],
    ["127.0.0.1:3000", true],
    ["127.8.9.1", true],
    ["[::1]:3000", true],
    ["nas.lan:8080", true],
    ["[fd00::7]", true],
    ["shoutloop:3000", true],
    ["my_upstream", true],
    ["192.168.1.5:3000", true],
    ["192.168.1.6:3000", false],
    ["rebind.example", false],
    ["localhost.rebind.example", false],
    ["shout.example.org.rebind.example", false],
    ["127.0.0.1.rebind.example", false],
    ["shout.example.org@rebind.example", false],
    ["shout.example.org/../rebind", false],
    ["shout.example.org rebind.example", false],
    ["", false],
    ["203.0.113.9", false],
    ["2130706433", true],
  ])("%s: %s", (host, expected) => {
    expect(isKnown({ host, localAddress })).toBe(expected);
  });

  test("HTTP/1.0 has no host", () => {
    expect(isKnown({ host: undefined, localAddress })).toBe(true);
  });
});

test.each([
  ["localhost:3000", true],
  ["app.localhost", true],
  ["192.168.1.5", true],
  ["shoutloop", false],
  ["rebind.example", false],
])("without PUBLIC_URL only this machine's own names: %s: %s", (host, expected) => {
  expect(knownHosts(guessed)({ host, localAddress })).toBe(expected);
});
