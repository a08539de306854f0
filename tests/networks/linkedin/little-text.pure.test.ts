import { expect, test } from "vitest";

import { littleText, plainText } from "#lib/networks/linkedin/little-text";

import { shownText } from "./little-text.ts";
import { renderPost } from "./rendering.ts";

/** As LinkedIn shows it, and as it gives the post back in its list. */
const hostile = [
  "Our new shawl (hand-dyed) — 30% off!",
  String.raw`\ | { } @ [ ] ( ) < > # * _ ~`,
  String.raw`Path C:\wool\{new}\_x and a trailing \ `,
  "noor_der_wol@example.org wrote *this* ~today~ <3",
  "https://noorderwol.nl/a_b(c)?x=[1]&y={2}#top_of_page",
  "#wool #breien2026 #één_trui, not # alone, not C# and not a#b",
  "##double #",
  "{hashtag|\\#|fake} @[Nobody](urn:li:comment:5) @[](urn:li:person:x)",
  "Émile’s “wol” 🧶🇳🇱 漢字 (שלום)",
  "one\n\ntwo (three)\n#four",
];

test.each(hostile)("every sign of %j arrives", (text) => {
  expect(shownText(littleText(text))).toBe(text);
});

test.each(hostile)("%j is known again in the list", (text) => {
  const createdAt = 1;
  const post = { urn: "u", activity: "a", author: "x", content: undefined, createdAt };
  const shown = renderPost({ ...post, commentary: littleText(text), isDeleted: false });
  expect(plainText(shown.commentary)).toBe(text);
});

test("a name with its URN notifies; a hashtag stays one; everything else is escaped", () => {
  const text = "Thanks @[Wool & Co (NL)](urn:li:organization:5515715), @anna #breien";
  expect(littleText(text)).toBe(
    String.raw`Thanks @[Wool & Co \(NL\)](urn:li:organization:5515715), \@anna #breien`,
  );
  expect(shownText(littleText(text))).toBe("Thanks Wool & Co (NL), @anna #breien");
});

test("LinkedIn cuts off what is not escaped, without a word", () => {
  expect(shownText("Our new shawl (hand-dyed), 30% off")).toBe("Our new shawl ");
  expect(shownText("a_b")).toBe("a");
});
