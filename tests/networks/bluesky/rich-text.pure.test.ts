import fc from "fast-check";
import { expect, test } from "vitest";

import { facetsOf, spansOf } from "#lib/networks/bluesky/rich-text";

const dids = new Map([
  ["anna.bsky.social", "did:plc:anna"],
  ["bram.test", "did:plc:bram"],
]);

/** The facets as a reader of the post sees them: cut out of the UTF-8 bytes. */
function seen(text: string): string[] {
  const bytes = Buffer.from(text);
  return facetsOf(text, dids).map(({ index, features: [feature] }) => {
    const cut = bytes.subarray(index.byteStart, index.byteEnd).toString("utf8");
    return `${cut} → ${feature["did"] ?? feature["uri"] ?? feature["tag"]}`;
  });
}

test.each([
  ["a mention", "Hi @anna.bsky.social!", ["@anna.bsky.social → did:plc:anna"]],
  ["capitals", "Hi @Anna.Bsky.Social", ["@Anna.Bsky.Social → did:plc:anna"]],
  ["the end of a sentence", "Thanks @bram.test.", ["@bram.test → did:plc:bram"]],
  ["a possessive", "@bram.test's shawl", ["@bram.test → did:plc:bram"]],
  ["brackets", "(@bram.test)", ["@bram.test → did:plc:bram"]],
  ["quotes", "“@bram.test”", ["@bram.test → did:plc:bram"]],
  ["nobody's handle", "Hi @nobody.test", []],
  ["a name without a domain", "Hi @anna", []],
  ["an e-mail address", "Mail us@bram.test", []],
  ["another network's name", "Hi @anna@bram.test", []],
  ["emoji before it", "🧶👩‍👩‍👧‍👦🇳🇱 @bram.test", ["@bram.test → did:plc:bram"]],
  ["accents before it", "Één café à la @bram.test", ["@bram.test → did:plc:bram"]],
])("mentions: %s", (_name, text, expected) => {
  expect(seen(text)).toEqual(expected);
});

test.each([
  ["plain", "See https://wool.example/a", "https://wool.example/a"],
  ["at the end of a sentence", "See https://wool.example/a.", "https://wool.example/a"],
  ["with a question", "Have you seen https://wool.example/a?b=c?!", "https://wool.example/a?b=c"],
  ["in brackets", "(see https://wool.example/a)", "https://wool.example/a"],
  [
    "with brackets of its own",
    "https://nl.example/Trui_(kleding)",
    "https://nl.example/Trui_(kleding)",
  ],
  ["with both", "(https://nl.example/Trui_(kleding)).", "https://nl.example/Trui_(kleding)"],
  ["in quotes", "“https://wool.example/a”", "https://wool.example/a"],
  ["with an anchor", "https://wool.example/a#sizes", "https://wool.example/a#sizes"],
  ["with an @", "https://wool.example/@bram.test", "https://wool.example/@bram.test"],
  ["after emoji", "👩🏽‍🚀 https://wool.example/a", "https://wool.example/a"],
  ["right before an emoji", "https://wool.example/a🎉", "https://wool.example/a"],
  ["before several", "https://wool.example/a👩🏽‍🚀❤️🇳🇱!", "https://wool.example/a"],
  ["before an emoji and words", "https://wool.example/a🎉Come", "https://wool.example/a"],
  ["before a full stop and an emoji", "https://wool.example/a.🎉", "https://wool.example/a"],
  ["with an emoji in its path", "https://wool.example/🎉/b", "https://wool.example/🎉/b"],
])("links: %s", (_name, text, uri) => {
  expect(seen(text)).toEqual([`${uri} → ${uri}`]);
});

test.each([
  ["a bare domain", "on noorderwol.nl today", ["noorderwol.nl → https://noorderwol.nl"]],
  ["with a path", "noorderwol.nl/trui.", ["noorderwol.nl/trui → https://noorderwol.nl/trui"]],
  ["with a query", "wol.nl?utm_source=x", ["wol.nl?utm_source=x → https://wol.nl?utm_source=x"]],
  ["with a path and a query", "wol.nl/a?b=c&d.", ["wol.nl/a?b=c&d → https://wol.nl/a?b=c&d"]],
  ["with an anchor", "wol.nl#kleur,", ["wol.nl#kleur → https://wol.nl#kleur"]],
  ["with a port", "wol.nl:8080/a", ["wol.nl:8080/a → https://wol.nl:8080/a"]],
  ["in a question", "Was it wol.nl?", ["wol.nl → https://wol.nl"]],
  [
    "before an emoji",
    "wol.nl/a🎉 wol.nl🎉",
    ["wol.nl/a → https://wol.nl/a", "wol.nl → https://wol.nl"],
  ],
  ["in capitals", "NOORDERWOL.NL", ["NOORDERWOL.NL → https://NOORDERWOL.NL"]],
  ["abbreviations", "Els Smit, M.Sc. and B.SC., Ph.D., N.V. of e.g. wool", []],
  ["sentences that run on", "Klaar.De rest volgt. Hello.World", []],
  ["no domain", "made with node.js and care.Then we rest", []],
  ["a number", "costs 3.14", []],
  ["an e-mail address", "mail wool@noorderwol.nl", []],
])("bare links: %s", (_name, text, expected) => {
  expect(seen(text)).toEqual(expected);
});

test.each([
  ["plain", "#wool", ["#wool → wool"]],
  ["two", "#wool #knit", ["#wool → wool", "#knit → knit"]],
  ["at the end of a sentence", "Such #wool!", ["#wool → wool"]],
  ["letters of any language", "#Übergröße #羊毛", ["#Übergröße → Übergröße", "#羊毛 → 羊毛"]],
  ["emoji", "#🧶", ["#🧶 → 🧶"]],
  ["with a digit", "#2026goals", ["#2026goals → 2026goals"]],
  ["only digits", "We are #1", []],
  ["a keycap emoji", "Press #️⃣ now", []],
  ["within a word", "C#wool", []],
  ["too long", `#${"a".repeat(65)}`, []],
  [
    "within a link",
    "https://wool.example/#wool",
    ["https://wool.example/#wool → https://wool.example/#wool"],
  ],
])("tags: %s", (_name, text, expected) => {
  expect(seen(text)).toEqual(expected);
});

test("facets never overlap, stay in order and within the text, whatever is written", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom(
      " ",
      "@bram.test",
      "#wool",
      "https://a.nl/(b)",
      "noorderwol.nl",
      "👩‍👩‍👧‍👦",
      "(",
      ")",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      let end = 0;
      for (const { index } of facetsOf(text, dids)) {
        expect(index.byteStart).toBeGreaterThanOrEqual(end);
        expect(index.byteEnd).toBeGreaterThan(index.byteStart);
        end = index.byteEnd;
      }
      expect(end).toBeLessThanOrEqual(Buffer.byteLength(text));
      for (const span of spansOf(text)) expect(span.end).toBeLessThanOrEqual(text.length);
    }),
  );
});
