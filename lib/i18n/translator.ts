import { createTranslator } from "use-intl/core";

import { isolateValues } from "../kernel/isolate-text.ts";
import type { Locale } from "./locale.ts";
import { messagesOf } from "./messages.ts";

export type Translate = (key: string, values?: Record<string, string | number | Date>) => string;

/** A translator that can tell whether it has a text for a key. */
export type TranslateKnown = Translate & { readonly has: (key: string) => boolean };

/** Placeholders for file paths: people copy them, so no isolation characters are added. */
const paths: ReadonlySet<string> = new Set(["file", "files", "aside", "backup", "secret"]);

const translators = new Map<string, TranslateKnown>();

/**
 * Returns a translator for texts outside of pages: commands, e-mails, event sentences. Keys are
 * `<namespace>.<key>`; a missing key is a bug and throws. Values in a right-to-left script are isolated.
 */
export function translatorFor(locale: Locale, timeZone = "UTC"): TranslateKnown {
  const translate = plainTranslatorFor(locale, timeZone);
  const isolating: Translate = (key, values) =>
    translate(key, values && isolateValues(values, paths));
  return Object.assign(isolating, { has: translate.has });
}

/**
 * Returns a translator that adds no isolation characters, for texts that are published or read by scripts.
 */
export function plainTranslatorFor(locale: Locale, timeZone = "UTC"): TranslateKnown {
  const key = `${locale} ${timeZone}`;
  const known = translators.get(key) ?? newTranslator(locale, timeZone);
  translators.set(key, known);
  return known;
}

/**
 * Creates a translator. Callers cache it, because parsing a message takes a hundred times longer than
 * formatting it.
 */
function newTranslator(locale: Locale, timeZone: string): TranslateKnown {
  const translate = createTranslator({
    locale,
    timeZone,
    messages: messagesOf(locale),
    onError: (error) => {
      throw error;
    },
  });
  return translate as TranslateKnown;
}
