import { describe, expect, test } from "vitest";

import { readEnvironment } from "#lib/runtime/environment";
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

test.each([
  ["the dot that ends a name", { PUBLIC_URL: "https://shout.example.org." }, "shout.example.org"],
  ["capital letters", { PUBLIC_URL: "HTTPS://Shout.EXAMPLE.org" }, "shout.example.org"],
  [
    "letters of every script",
    { PUBLIC_URL: "https://bäckerei.example" },
    "xn--bckerei-5wa.example",
  ],
  ["IPv6", { PUBLIC_URL: "http://[2001:DB8:0::7]:3000" }, "[2001:db8::7]:3000"],
  ["a dot in a list", { ALLOWED_HOSTS: "NAS.lan." }, "nas.lan:8080"],
  ["a port in a list", { ALLOWED_HOSTS: "a.lan, nas.lan:8080" }, "nas.lan"],
  ["a script in a list", { ALLOWED_HOSTS: "bäckerei.lan" }, "xn--bckerei-5wa.lan"],
  ["IPv6 in a list", { ALLOWED_HOSTS: "[2001:DB8:0:0::7]" }, "[2001:db8::7]:3000"],
  ["IPv6 without brackets in a list", { ALLOWED_HOSTS: "2001:db8:0::7" }, "[2001:db8::7]"],
])("settings may be written with %s", (_how, variables, host) => {
  expect(knownHosts(readEnvironment(variables))({ host, localAddress })).toBe(true);
});

test.each([
  ["[::ffff:127.0.0.1]:3000", "127.0.0.1", true],
  ["[0:0:0:0:0:0:0:1]", "::1", true],
  ["[fe80::1]:3000", "fe80::1%eth0", true],
  ["[fd00:0::5]", "fd00::5", true],
  ["[fd00::6]", "fd00::5", false],
  ["[::1].rebind.example", "::1", false],
])("an address of IPv6 is one however it is written: %s at %s: %s", (host, at, expected) => {
  expect(knownHosts(guessed)({ host, localAddress: at })).toBe(expected);
});
