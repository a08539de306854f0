import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
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

/** Names of the values that a message asks for, in any branch. */
function placeholders(text: string): string[] {
  return [...new Set(namesIn(parse(text)))].toSorted();
}

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    const own = isArgument(element) ? [element.value] : [];
    const branches =
      "options" in element
        ? Object.values(element.options).flatMap((option) => namesIn(option.value))
        : [];
    const children = "children" in element ? namesIn(element.children) : [];
    return [...own, ...branches, ...children];
  });
}

function isArgument(
  element: MessageFormatElement,
): element is MessageFormatElement & { value: string } {
  const isPlainText = element.type === 0 || element.type === 7 || element.type === 8;
  return !isPlainText && "value" in element && typeof element.value === "string";
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
  void translate.rich("text", { ...values, ...tags } as never);
  return fault;
}
