import { expect, test } from "vitest";

import { clientAddress, isProxyList } from "#lib/runtime/client-address";

test.each([
  ["198.51.100.7", undefined, [], "198.51.100.7"],
  ["::ffff:198.51.100.7", undefined, [], "198.51.100.7"],
  // Whoever is no proxy of ours may say what they like.
  ["198.51.100.7", "203.0.113.1", [], "198.51.100.7"],
  ["127.0.0.1", "203.0.113.1", [], "203.0.113.1"],
  ["::1", "203.0.113.1:5555", [], "203.0.113.1"],
  // What stands left of the proxy's own word was sent by the visitor.
  ["127.0.0.1", "192.0.2.1, 203.0.113.1", [], "203.0.113.1"],
  ["172.18.0.2", "203.0.113.1", [], "172.18.0.2"],
  ["172.18.0.2", "203.0.113.1", ["172.16.0.0/12"], "203.0.113.1"],
  ["172.18.0.2", "203.0.113.1, 172.18.0.9", ["172.16.0.0/12"], "203.0.113.1"],
  ["10.0.0.1", "203.0.113.1", ["10.0.0.1"], "203.0.113.1"],
  ["127.0.0.1", "rubbish", [], "127.0.0.1"],
  ["127.0.0.1", "", [], "127.0.0.1"],
  ["127.0.0.1", "[2001:db8:1:2:3::4]:99", [], "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::1", undefined, [], "2001:db8:1:2::/64"],
  ["127.0.0.1", "fe80::1%eth0", [], "fe80::/64"],
  // IPv4 through a translator: one household each, and not everybody together.
  ["64:ff9b::198.51.100.7", undefined, [], "198.51.100.7"],
  ["127.0.0.1", "64:ff9b::c633:6407", [], "198.51.100.7"],
  ["127.0.0.1", "::ffff:0:198.51.100.7", [], "198.51.100.7"],
  ["127.0.0.1", "2002:c633:6407:1::9", [], "198.51.100.7"],
  ["::ffff:10.0.0.1", "::ffff:203.0.113.1", ["10.0.0.1"], "203.0.113.1"],
  [undefined, undefined, [], "unknown"],
])("%s with %s, trusting %j, is %s", (socket, forwarded, trusted, expected) => {
  expect(clientAddress(socket, forwarded, trusted)).toBe(expected);
});

test("a list of proxies names addresses and ranges", () => {
  expect(isProxyList(["10.0.0.1", "fd00::/8", "172.16.0.0/12"])).toBe(true);
  expect(isProxyList(["traefik"])).toBe(false);
  expect(isProxyList(["10.0.0.0/99"])).toBe(false);
});
