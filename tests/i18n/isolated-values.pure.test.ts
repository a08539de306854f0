import { expect, test } from "vitest";

import { locales } from "#lib/i18n/locale";
import { plainTranslatorFor, translatorFor } from "#lib/i18n/translator";

const name = "שרה\u202E";

test.each(locales)("names of others keep to themselves in sentences: %s", (locale) => {
  const sentence = translatorFor(locale)("people.menu.label", { name });
  expect(sentence).toContain("\u2068שרה\u2069");
  expect(sentence).not.toContain("\u202E");
});

test("what is published has no sign in it that nobody typed", () => {
  expect(plainTranslatorFor("en")("people.menu.label", { name: "שרה" })).not.toMatch(
    /[\u2068\u2069]/u,
  );
});

test("a value that a text chooses by still chooses", () => {
  const tell = translatorFor("en");
  const met = { who: "somebody", by: "שרה", hasTime: "no", at: "" };
  expect(tell("refusals.changed-since", met)).toContain("\u2068שרה\u2069 changed this");
});
