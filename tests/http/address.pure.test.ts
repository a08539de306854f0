import { expect, test } from "vitest";

import { allowedHosts, isPublicAddress } from "#lib/http/address";

test.each([
  "1.1.1.1",
  "8.8.8.8",
  "140.82.121.4",
  "2606:4700:4700::1111",
  "2a00:1450:400e:80e::200e",
  "64:ff9b::a29f:8a55",
  "64:ff9b::1.1.1.1",
])("%s is on the public internet", (address) => expect(isPublicAddress(address)).toBe(true));

test.each([
  ["loopback", "127.0.0.1"],
  ["loopback, elsewhere", "127.9.9.9"],
  ["loopback in IPv6", "::1"],
  ["loopback as IPv4 in IPv6", "::ffff:127.0.0.1"],
  ["the same in hexadecimal", "::ffff:7f00:1"],
  ["loopback the old way of IPv6", "::127.0.0.1"],
  ["the same in hexadecimal", "::7f00:1"],
  ["through a NAT64 gateway", "64:ff9b::7f00:1"],
  ["a private address through a NAT64 gateway", "64:ff9b::10.1.2.3"],
  ["a cloud's secrets through a NAT64 gateway", "64:ff9b::a9fe:a9fe"],
  ["the inside of a cloud through a NAT64 gateway", "64:ff9b::168.63.129.16"],
  ["through a local NAT64 gateway", "64:ff9b:1::7f00:1"],
  ["through 6to4", "2002:7f00:1::"],
  ["through Teredo", "2001:0:7f00:1::"],
  ["nowhere", "0.0.0.0"],
  ["nowhere in IPv6", "::"],
  ["private", "10.1.2.3"],
  ["private", "172.16.0.1"],
  ["private", "192.168.1.1"],
  ["carrier-grade NAT", "100.64.0.1"],
  ["a cloud's secrets", "169.254.169.254"],
  ["a cloud's secrets", "100.100.100.200"],
  ["a cloud's secrets", "192.0.0.192"],
  ["a cloud's secrets", "168.63.129.16"],
  ["a cloud's secrets", "fd00:ec2::254"],
  ["link-local", "fe80::1"],
  ["link-local with its zone", "fe80::1%eth0"],
  ["unique local", "fc00::1"],
  ["site-local", "fec0::1"],
  ["multicast", "224.0.0.1"],
  ["multicast", "ff02::1"],
  ["broadcast", "255.255.255.255"],
  ["reserved", "240.0.0.1"],
  ["benchmarks", "198.18.0.1"],
  ["examples", "192.0.2.1"],
  ["examples", "2001:db8::1"],
  ["not an address", "localhost"],
  ["nothing", ""],
])("not public: %s, %s", (_name, address) => expect(isPublicAddress(address)).toBe(false));

test.each([
  ["a name allows every port", "localhost", "http://localhost:3130/", true],
  ["a port allows that one", "localhost:3130", "http://localhost:3130/", true],
  ["and no other", "localhost:3130", "http://localhost:3131/", false],
  ["the usual port is a port", "pds.home:443", "https://pds.home/", true],
  ["capitals and spaces do not matter", " PDS.home , b", "https://pds.home/", true],
  ["IPv6 without brackets", "::1", "http://[::1]:3130/", true],
  ["IPv6 with brackets", "[::1]:3130", "http://[::1]:3130/", true],
  ["a part of a name is not the name", "home", "https://pds.home/", false],
  ["nothing allows nothing", "", "http://localhost/", false],
])("allowed hosts: %s", (_name, list, url, isAllowed) => {
  expect(allowedHosts(list)(new URL(url))).toBe(isAllowed);
});
