import { expect, test } from "vitest";

import { isPublicOrigin } from "#lib/http/public-origin";

test.each([
  ["https://social.noorderwol.nl", true],
  ["https://93.184.216.34:8443", true],
  ["https://xn--nordr-9xa.example", true],
  ["http://social.noorderwol.nl", false],
  ["https://localhost", false],
  ["https://shop.localhost", false],
  ["https://nas", false],
  ["https://nas.local", false],
  ["https://shop.home.arpa", false],
  ["https://192.168.1.20", false],
  ["https://127.0.0.1", false],
  ["https://[::1]", false],
  ["https://[fd00::1]", false],
  ["https://[::ffff:192.168.0.1]", false],
  ["no address", false],
])("%s is reached from elsewhere: %s", (address, isReached) => {
  expect(isPublicOrigin(address)).toBe(isReached);
});
