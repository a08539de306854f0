import { expect, test } from "vitest";

import { isPlainValue } from "#lib/kernel/plain-value";

test.each([
  ["an object of values", { a: "x", b: 1, c: null, d: undefined, e: [true, { f: new Date(0) }] }],
  ["an object without a prototype", Object.assign(Object.create(null), { a: 1 })],
  ["a list of many", { ids: Array.from({ length: 100_000 }, () => "x") }],
  ["one object in two places", twice({ a: 1 })],
])("%s is", (_name, value) => {
  expect(isPlainValue(value)).toBe(true);
});

test.each([
  ["a map", new Map([["a", 1]])],
  ["a set in a list", { a: [new Set()] }],
  ["a file", { file: new Blob(["x"]) }],
  ["bytes", { bytes: new Uint8Array(4) }],
  ["a form", new FormData()],
  ["a promise", { a: Promise.resolve(1) }],
  ["what is awaited like one", { a: [JSON.parse('{"then":null}')] }],
  ["a function", { a: () => 1 }],
  ["a sign of its own", { a: Symbol("x") }],
  ["a walk through something", { a: [1][Symbol.iterator]() }],
  ["too many levels", nested(5_000)],
  ["too many values", { ids: Array.from({ length: 300_000 }, () => "x") }],
])("%s is not", (_name, value) => {
  expect(isPlainValue(value)).toBe(false);
});

test("what holds itself, and what is short to send and endless to read, is not", () => {
  const self: Record<string, unknown> = {};
  self["a"] = { list: [self] };
  expect(isPlainValue(self)).toBe(false);
  let tenfold: unknown = "x";
  for (let times = 0; times < 12; times += 1) tenfold = Array.from({ length: 10 }, () => tenfold);
  expect(isPlainValue({ tenfold })).toBe(false);
});

function twice(one: object) {
  return { first: one, second: [one, one] };
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
}
