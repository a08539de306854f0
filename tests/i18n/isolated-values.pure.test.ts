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

test("a file is named as it is, to be copied", () => {
  const tell = translatorFor("en");
  const file = "/home/שרה/גיבוי.db";
  expect(tell("cli.backup.secret-restored", { file })).toBe(`The key came from ${file}.`);
  expect(tell("cli.backup.restored", { file, aside: `${file}-before` })).toBe(
    `${file} is in place. What was there before is kept as ${file}-before.`,
  );
});

test.each(locales)("a wording that is none leaves no empty place: %s", (locale) => {
  const tell = plainTranslatorFor(locale);
  const none = tell("shout-outs.wording.label", { name: "Ada", tone: "none" });
  expect(none).toMatch(/Ada\. \w/);
  expect(tell("shout-outs.wording.label", { name: "Ada", tone: "Warm" })).toMatch(
    /Ada .*: Warm\. /,
  );
});
