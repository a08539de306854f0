import { expect, test } from "vitest";

import { faultOfAddress } from "#lib/runtime/server-address";

test.each([
  ["smtp://mail.example:587", undefined],
  ["smtps://ada:s3cret@mail.example", undefined],
  ["smtp://ada%40shop.example:a%25b%23c%2Fd@mail.example:587", undefined],
  ["smtp://ada:pa%ss@mail.example:587", "bad-signs"],
  ["smtp://ada:100%@mail.example", "bad-signs"],
  ["smtp://ada:%E9@mail.example", "bad-signs"],
  ["smtp://ada:pa#ss@mail.example:587", "bad-signs"],
  ["smtp://ada:12#34@mail.example:587", "bad-signs"],
  ["smtp://ada:pa/ss@mail.example:587", "bad-signs"],
  ["smtp://ada:1/2@mail.example:587", "bad-signs"],
  ["smtp://ada:pa?ss@mail.example:587", "bad-signs"],
  ["http://mail.example", "bad-address"],
  ["mail.example:587", "bad-address"],
])("%s: %s", (address, fault) => {
  expect(faultOfAddress(address, /^smtps?:/)).toBe(fault);
});

test.each([
  ["postgres://u:p@host:5432/shop", undefined],
  ["postgresql://u:p@host/shop?application_name=a@b", undefined],
  ["postgres://u:p#1@host:5432/shop", "bad-signs"],
  ["postgres://u:50%@host/shop", "bad-signs"],
])("%s: %s", (address, fault) => {
  expect(faultOfAddress(address, /^postgres(ql)?:/)).toBe(fault);
});
