import { expect, test } from "vitest";

import { draftFor, type DraftInput } from "#lib/advocacy/draft";
import { countText, type Limits } from "#lib/networks/contract/limits";

import { everyDraft, kinds } from "./golden-drafts.ts";

const limits: Limits = {
  text: { max: 300, unit: "graphemes" },
  images: { max: 4, maxBytes: 1_000_000, maxSide: 2_000, altMax: 1_000 },
  threadMax: 10,
};
const mention = "@someone-with-a-rather-long-name.and-a-domain.example";
const long =
  "I have worn this scarf every single day since it came, 😍 even when it was far too warm for it, and ".repeat(
    5,
  );
const usual = {
  kind: "first-review",
  language: "en",
  mention,
  stars: 5,
  limits,
  brand: "Noorderwol",
} as const;

test.each(kinds.flatMap((kind) => [[kind, "en"] as const, [kind, "nl"] as const]))(
  "%s in %s: each wording names the person, fits, and stands alone without their words",
  (kind, language) => {
    for (const words of [long, "Lovely hat, thank you", null]) {
      const texts = everyWording({ ...usual, kind, language, words });
      expect(texts.length).toBeGreaterThanOrEqual(3);
      for (const text of texts) {
        expect(text).toContain(mention);
        expect(countText(text, limits.text).isOver).toBe(false);
        expect(text).not.toMatch(/[{}]|undefined|null|drafts\.|“”|‘’| {2}/);
        expect(text.startsWith(text.trim())).toBe(true);
      }
    }
  },
);

test.each(["en", "nl"] as const)(
  "the drafts in %s are those that were read one by one",
  async (language) => {
    await expect(everyDraft(language)).toMatchFileSnapshot(`golden-drafts.${language}.txt`);
  },
);

test.each(["en", "nl"] as const)(
  "no draft in %s promises anything or fits one trade alone",
  (language) => {
    const texts = everyDraft(language);
    expect(texts).not.toMatch(
      /workshop|coffee|wear|wool|bake|free|discount|on us|gratis|korting|koffie|werkplaats|draag|draagt|cadeau|beloven|promise|will send/i,
    );
  },
);

test("in their own thread nobody is spoken of in the third person", () => {
  for (const kind of ["first-review", "first-mention", "helped-customer", "standing"] as const)
    for (const text of everyWording({ ...usual, kind, words: null, isToThem: true }))
      expect(text).not.toMatch(/^@someone\S+ (?:wrote|answered|has been|shared)/);
});

test("the same act gets the same words every time", () => {
  const input = { ...usual, words: null, seed: "mara/review" };
  expect(draftFor(input)).toEqual(draftFor(input));
});

test("a quote ends at a word, without links, names and tags; a few words are not quoted", () => {
  const words = "@noorderwol Best scarf ever #wool https://noorderwol.example/scarf";
  expect(everyWording({ ...usual, words }).join("\n")).toContain("“Best scarf ever");
  expect(everyWording({ ...usual, words }).join("\n")).not.toMatch(/#wool|https|@noorderwol/);
  expect(everyWording({ ...usual, words: long }).join("\n")).toMatch(/“I have worn[^”]+…”/);
  expect(everyWording({ ...usual, words: "Nice" }).join("\n")).not.toContain("Nice");
});

test.each([
  ["Heel knap gedaan.", "Heel knap gedaan"],
  ["Heel knap gedaan. 😍", "Heel knap gedaan 😍"],
  ["Heel knap gedaan. 🧶❤️!", "Heel knap gedaan 🧶❤️"],
  ["Heel knap gedaan. #trui!", "Heel knap gedaan"],
  ["Heel knap gedaan.\u200b", "Heel knap gedaan\u200b"],
])("a quote of %j has no stop of its own", (words, quoted) => {
  const texts = everyWording({ ...usual, kind: "own-initiative", language: "nl", words });
  expect(texts.join("\n")).toContain(`‘${quoted}’`);
});

test("where room is short the quote gives way, never the thanks", () => {
  const tight = { ...limits, text: { max: 120, unit: "graphemes" } } as const;
  for (const text of everyWording({ ...usual, words: long, limits: tight, mention: "@mara" })) {
    expect(text).toContain("@mara");
    expect(countText(text, tight.text).used).toBeLessThanOrEqual(120);
  }
});

function everyWording(input: Omit<DraftInput, "seed">): string[] {
  const texts = Array.from({ length: 60 }, (_, n) => draftFor({ ...input, seed: `${n}` }).text);
  return [...new Set(texts)];
}
