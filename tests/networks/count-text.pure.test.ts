import { expect, test } from "vitest";

import { countText, type TextLimit } from "#lib/networks/contract/limits";

const mastodon: TextLimit = { max: 500, unit: "graphemes", linkLength: 23, hasShortMentions: true };

test.each([
  ["a family is one", "👨‍👩‍👧‍👦", 1],
  ["a link is 23, short …", "see https://a.example now", 4 + 23 + 4],
  ["… or long", `https://a.example/${"x".repeat(200)}`, 23],
  ["what follows a link is no part of it", "(https://a.example).", 1 + 23 + 2],
  ["a person elsewhere", "thanks @anna@wool.example!", "thanks @anna!".length],
  ["a person here", "@anna hi", 8],
  ["an e-mail address", "write to me@wool.example", "write to me@wool.example".length],
  ["a name with a dot", "@anna.b@wool.example", "@anna.b".length],
])("counts as Mastodon does: %s", (_name, text, used) => {
  expect(countText(text, mastodon).used).toBe(used);
});

test("a warning counts as part of the text, its links and mentions as they stand", () => {
  expect(countText("hello", mastodon, "wool 🧶").used).toBe(5 + 6);
  expect(countText("", mastodon, "@anna@wool.example").used).toBe(18);
  expect(countText("x".repeat(400), mastodon, "y".repeat(101)).isOver).toBe(true);
});

test("networks without these rules count every character", () => {
  const text = "@anna@wool.example https://a.example";
  expect(countText(text, { max: 300, unit: "graphemes" }).used).toBe(text.length);
});
