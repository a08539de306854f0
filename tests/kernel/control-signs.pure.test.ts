import { expect, test } from "vitest";

import { isSeenName, isPlainName, isStorable, plainName } from "#lib/kernel/control-signs";

test.each([
  ["Zoë van 't Hof-Ångström", true],
  ["‏נועה‏", true],
  ["علی‌رضا", true],
  ["👩‍👩‍👧 🧶", true],
  ["Ada\u202Egro.elpmaxe", false],
  ["Ada\u2066x\u2069", false],
  ["Ada\0", false],
  ["Ada\u200B", false],
  ["Ada\nBob", false],
  ["Ada\u009b", false],
  ["half \ud83e", false],
])("%j may be typed as a name: %s", (name, expected) => {
  expect(isPlainName(name)).toBe(expected);
  if (expected) expect(plainName(name)).toBe(name);
  else expect(isPlainName(plainName(name))).toBe(true);
});

test("a network's name keeps its words and loses what changes how it looks", () => {
  expect(plainName("A\u202E\u202Eb\tc")).toBe("A b c");
});

test("NUL and half a sign are found wherever they are", () => {
  expect(isStorable({ list: [{ name: "x" }], at: new Date(), no: null, n: 1 })).toBe(true);
  expect(isStorable({ list: [{ name: "x\0" }] })).toBe(false);
  expect(isStorable({ "a\0": 1 })).toBe(false);
  expect(isStorable(["\ud83e"])).toBe(false);
});

test.each([" ", "\u3164", "\u2800\u00AD", "\u{E0041}", "\u200D", "Ada\u202E"])(
  "%j is no name that anybody could see or read",
  (text) => expect(isSeenName(text)).toBe(false),
);

test.each(["", "Ada", "שרה", "🧶", "李"])("%j may be a name", (text) =>
  expect(isSeenName(text)).toBe(true),
);
