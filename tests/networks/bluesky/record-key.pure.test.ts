import fc from "fast-check";
import { expect, test } from "vitest";

import { isKeyOf, keyTime, recordKey } from "#lib/networks/bluesky/record-key";

const noon = new Date("2026-03-01T12:00:00Z");

test("the same delivery has the same key; another delivery of that millisecond has another", () => {
  expect(recordKey(noon, "delivery-1")).toBe(recordKey(noon, "delivery-1"));
  expect(recordKey(noon, "delivery-1")).not.toBe(recordKey(noon, "delivery-2"));
});

test("a key is thirteen signs that the protocol accepts, and says when", () => {
  const key = recordKey(noon, "delivery-1");
  expect(key).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
  expect(milliseconds(key)).toBe(noon.getTime());
});

test("a key is recognised as that of its delivery, whenever it was made, and as nobody else's", () => {
  const later = new Date(noon.getTime() + 86_400_000);
  for (const at of [noon, later]) {
    expect(isKeyOf(recordKey(at, "delivery-1"), "delivery-1")).toBe(true);
    expect(isKeyOf(recordKey(at, "delivery-1"), "delivery-2")).toBe(false);
    expect(keyTime(recordKey(at, "delivery-1"))).toEqual(at);
  }
  expect(isKeyOf("self", "delivery-1")).toBe(false);
  expect(keyTime("self")).toBeUndefined();
});

test("keys sort as the times do", () => {
  const instant = fc.date({
    min: new Date("2000-01-01"),
    max: new Date("2100-01-01"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1, max: 1e9 }),
      fc.string(),
      fc.string(),
      (at, more, a, b) => {
        expect(recordKey(at, a) < recordKey(new Date(at.getTime() + more), b)).toBe(true);
      },
    ),
  );
});

test("ten thousand deliveries of one second have ten thousand keys", () => {
  const keys = Array.from({ length: 10_000 }, (_, index) =>
    recordKey(new Date(noon.getTime() + (index % 1000)), `delivery-${index}`),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

function milliseconds(key: string): number {
  const alphabet = "234567abcdefghijklmnopqrstuvwxyz";
  const value = key.split("").reduce((sum, sign) => sum * 32n + BigInt(alphabet.indexOf(sign)), 0n);
  return Number((value >> 10n) / 1000n);
}
