import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { messagesOf } from "#lib/i18n/messages";

/** What a brand says to its fans in its own words, and the names that a setting has. */
const exempt = ["drafts.", "start.settings.bad-x-prices"];

const unwanted = readFileSync("docs/dutch.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| English"))
  .flatMap((line) => (line.split("|")[3] ?? "").split(","))
  .map((word) => word.trim())
  .filter((word) => word !== "" && !word.startsWith("---"));

const anyUnwanted = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:${unwanted.join("|")})(?![\\p{L}\\p{N}_-])`,
  "giu",
);

test("no Dutch text says a thing by another word than the glossary's", () => {
  expect(unwanted.length).toBeGreaterThan(50);
  const texts = Object.entries(messagesOf("nl"))
    .flatMap(([file, messages]) => textsIn(messages, file))
    .filter(([key]) => !exempt.some((name) => key.startsWith(name)));
  expect(texts.length).toBeGreaterThan(1_500);
  expect(texts.flatMap(([key, text]) => unwantedIn(text).map((word) => `${key}: ${word}`))).toEqual(
    [],
  );
});

test.each([
  ["Bekijk de post.", ["post"]],
  ["Een draadje, met een draad erin", ["draad"]],
  ["{post} en {count, plural, one {# post} other {# posts}}", ["post", "posts"]],
  ["<mail>Schrijf een e-mail</mail> of geef --post mee", []],
  ["Twee berichten wachten op jou", []],
  ["Met shoutloop post list een post zoeken", ["post"]],
])("%s", (text, found) => {
  expect(unwantedIn(text)).toEqual(found);
});

/** Whole words only; names of values, tags, commands, options and addresses are no words. */
function unwantedIn(text: string): string[] {
  const said = text.replace(
    /shoutloop [\w-]+ [\w-]+|\{[\w-]+(?=[,}])|\w+ (?=\{)|<\/?\w+>|--[\w-]+|\S+:\/\/\S+|\S*@\S*/g,
    "",
  );
  return [...said.matchAll(anyUnwanted)].map(([word]) => word.toLowerCase());
}

function textsIn(messages: unknown, path: string): [string, string][] {
  if (typeof messages !== "object" || messages === null) return [[path, String(messages)]];
  return Object.entries(messages).flatMap(([key, value]) => textsIn(value, `${path}.${key}`));
}
