import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { splitAt, splitText } from "#lib/posts/split-text";

const upTo = (most: number) => (part: string) => Array.from(part).length <= most;

describe("a long text becomes parts", () => {
  test.each<[string, string, number, string[]]>([
    ["whole where it fits", "One. Two.", 20, ["One. Two."]],
    [
      "at sentence ends",
      "One is here. Two is here. Three?",
      25,
      ["One is here. Two is here.", "Three?"],
    ],
    [
      "at a line break without a full stop",
      "First line\n\nSecond line",
      12,
      ["First line", "Second line"],
    ],
    [
      "not after an abbreviation",
      "We met dr. Jansen today. Nice.",
      25,
      ["We met dr. Jansen today.", "Nice."],
    ],
    ["not after initials", "Ask J.P. Coen about it. Now.", 24, ["Ask J.P. Coen about it.", "Now."]],
    [
      "not inside a number",
      "It costs 3.50 a metre. Cheap.",
      23,
      ["It costs 3.50 a metre.", "Cheap."],
    ],
    [
      "between words of a sentence that is too long",
      "one two three four",
      9,
      ["one two", "three", "four"],
    ],
    ["between signs of a word that is too long", "🧶🧶🧶🧶🧶", 2, ["🧶🧶", "🧶🧶", "🧶"]],
    [
      "in a language without spaces",
      "羊毛は暖かい。冬が来た。",
      7,
      ["羊毛は暖かい。", "冬が来た。"],
    ],
    ["nothing of nothing", " \n ", 5, []],
  ])("%s", (_name, text, most, parts) => {
    expect(splitText(text, upTo(most))).toEqual(parts);
  });

  test("a link stays whole, even where it does not fit", () => {
    const link = "https://noorderwol.example/a-very-long-way?to=wool";
    expect(splitText(`Look here: ${link} and come.`, upTo(20))).toEqual([
      "Look here:",
      link,
      "and come.",
    ]);
  });

  test("a flag or a family is one sign", () => {
    const family = "👩‍👩‍👧";
    expect(splitText(family.repeat(3), upTo(5))).toEqual([family, family, family]);
  });

  test("nothing written is lost or changed but the space between parts", () => {
    const signsOnly = (text: string) => text.replaceAll(/\s/gu, "");
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 12, max: 60 }),
        (text, most) => {
          const parts = splitText(text, upTo(most));
          expect(signsOnly(parts.join(""))).toBe(signsOnly(text));
        },
      ),
    );
  });
});

test("at the caret", () => {
  expect(splitAt("One. Two.", 4)).toEqual(["One.", "Two."]);
  expect(splitAt("One. Two.", 0)).toEqual(["", "One. Two."]);
});
