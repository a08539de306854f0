import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";

const folder = "lib/i18n/messages";
const namespaces = readdirSync(join(folder, "en")).toSorted();

test("every text exists in both languages", () => {
  expect(readdirSync(join(folder, "nl")).toSorted()).toEqual(namespaces);
  for (const namespace of namespaces)
    expect(keysOf(read("nl", namespace)), namespace).toEqual(keysOf(read("en", namespace)));
});

test("both languages fill in the same values", () => {
  for (const namespace of namespaces) {
    const [english, dutch] = [flat(read("en", namespace)), flat(read("nl", namespace))];
    for (const [key, text] of english)
      expect(placeholders(dutch.get(key) ?? ""), `${namespace}: ${key}`).toEqual(
        placeholders(text),
      );
  }
});

test("every text can be read as a message", () => {
  for (const locale of ["en", "nl"])
    for (const namespace of namespaces)
      for (const [key, text] of flat(read(locale, namespace))) {
        const fault = faultOf(locale, text);
        expect(fault, `${locale}/${namespace}: ${key}`).toBeUndefined();
      }
});

type Messages = { [key: string]: string | Messages };

function read(locale: string, namespace: string): Messages {
  return JSON.parse(readFileSync(join(folder, locale, namespace), "utf8"));
}

function flat(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[prefix + key, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

function keysOf(messages: Messages): string[] {
  return [...flat(messages).keys()].toSorted();
}

/** Names in braces outside of plural and select branches' own texts. */
function placeholders(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map(([, name]) => name ?? "")),
  ].toSorted();
}

function faultOf(locale: string, text: string): string | undefined {
  let fault: string | undefined;
  const values = Object.fromEntries(placeholders(text).map((name) => [name, 1]));
  const translate = createTranslator({
    locale,
    timeZone: "UTC",
    messages: { text },
    onError: (error) => {
      fault = error.message;
    },
  });
  const tags = Object.fromEntries(
    [...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (chunks: unknown) => chunks]),
  );
  translate.rich("text", { ...values, ...tags } as never);
  return fault;
}
