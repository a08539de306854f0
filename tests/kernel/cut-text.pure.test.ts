import { expect, test } from "vitest";

import { cutText } from "#lib/kernel/cut-text";

test.each([
  ["short enough", 20, "short enough"],
  ["just long", 4, "just"],
  ["a🧶b", 2, "a"],
  ["a🧶b", 3, "a🧶"],
  ["🧶", 1, ""],
  ["Ziggy’s café", 12, "Ziggy’s café"],
])("%s, at most %i: %s", (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
  expect(cutText(text, most).isWellFormed()).toBe(true);
});
