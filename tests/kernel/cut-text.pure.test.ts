import { expect, test } from "vitest";

import { cutText, firstSign, shortenText, shortenToSigns } from "#lib/kernel/cut-text";

test.each([
  ["short enough", 20, "short enough"],
  ["just long", 4, "just"],
  ["a🧶b", 2, "a"],
  ["a🧶b", 3, "a🧶"],
  ["🧶", 1, ""],
  ["Ziggy’s café", 12, "Ziggy’s café"],
  ["ab👨‍👩‍👧‍👦", 8, "ab"],
  ["ab👨‍👩‍👧‍👦c", 13, "ab👨‍👩‍👧‍👦"],
  ["🇳🇱🇧🇪", 6, "🇳🇱"],
  ["cafe\u0301s", 4, "caf"],
  ["1\r\n2", 2, "1"],
  [`${"x ".repeat(99)}👍🏽`, 200, "x ".repeat(99)],
  [`a${"\u0301".repeat(200)}`, 100, `a${"\u0301".repeat(99)}`],
])("%s, at most %i: %s", (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
  expect(cutText(text, most).isWellFormed()).toBe(true);
});

test("what is left out leaves an ellipsis, counted with the rest", () => {
  expect(shortenText("Wol en garen", 7)).toBe("Wol en…");
  expect(shortenText("Wol", 7)).toBe("Wol");
  expect(shortenText(`a${"🧶".repeat(150)}`, 10)).toBe("a🧶🧶🧶🧶…");
  expect(shortenToSigns("🧶".repeat(40), 4)).toBe("🧶🧶🧶…");
  expect(shortenToSigns("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2)).toBe("👨‍👩‍👧‍👦👨‍👩‍👧‍👦");
});

test("a name begins with a whole sign", () => {
  expect(firstSign("👩‍🎨 Ans")).toBe("👩‍🎨");
  expect(firstSign("")).toBe("");
});
