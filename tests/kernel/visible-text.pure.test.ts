import { expect, test } from "vitest";

import { isBlank, publishableText, trimText } from "#lib/kernel/visible-text";

test.each([
  "",
  " \n\t",
  "\u200B",
  "\uFEFF\u2060",
  "\u00AD \u00A0",
  "\u3164",
  "\u2800",
  "\uFE0F",
  "\u202E\u0000",
  "\u{1D173}",
  "\u{E0100}\u180E",
])("nothing of %j can be seen", (text) => {
  expect(isBlank(text)).toBe(true);
  expect(trimText(text)).toBe("");
});

test.each([
  ["\u200B wol \uFEFF", "wol"],
  ["❤️", "❤️"],
  ["\u2060👨‍👩‍👧‍👦\u200B", "👨‍👩‍👧‍👦"],
  ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ["a\u200Bb", "a\u200Bb"],
])("%j without what shows nothing at its ends is %j", (text, trimmed) => {
  expect(trimText(text)).toBe(trimmed);
});

test.each([
  ["#wol\u200B", "#wol"],
  ["#wol\u200B en meer", "#wol en meer"],
  ["dag @mara.example\uFEFF!", "dag @mara.example!"],
  ["@\u200Bmara wordt niet geroepen", "@\u200Bmara wordt niet geroepen"],
  ["#wo\u200Bl", "#wo\u200Bl"],
  ["#wol\u200D en #zij\u200C.", "#wol en #zij."],
  ["#wol\u00AD en #צמר\u200F!", "#wol en #צמר!"],
  ["#می\u200Cخواهم", "#می\u200Cخواهم"],
  ["#sjaal🧶\u2060 x", "#sjaal🧶\u2060 x"],
])("%j is published as %j", (text, published) => {
  expect(publishableText(text)).toBe(published);
});
