import { createTranslator } from "use-intl/core";

import { isolateValues } from "../kernel/isolate-text.ts";
import type { Locale } from "./locale.ts";
import { messagesOf } from "./messages.ts";

export type Translate = (key: string, values?: Record<string, string | number | Date>) => string;

/** A translator that can say beforehand whether it has a text. */
export type TranslateKnown = Translate & { readonly has: (key: string) => boolean };

/** Where files are called so in a sentence: it is copied to open them, so no sign may be in it that is not theirs. */
const paths: ReadonlySet<string> = new Set(["file", "files", "aside", "backup", "secret"]);

const translators = new Map<string, TranslateKnown>();

/**
 * Texts outside of pages: command line, letters, event sentences. Keys are `<namespace>.<key>`; a missing key is
 * a bug and throws. Names and words of others keep to themselves in it, whichever way they are written.
 */
export function translatorFor(locale: Locale, timeZone = "UTC"): TranslateKnown {
  const translate = plainTranslatorFor(locale, timeZone);
  const isolating: Translate = (key, values) =>
    translate(key, values && isolateValues(values, paths));
  return Object.assign(isolating, { has: translate.has });
}

/** For texts that are published, or that scripts read: no sign in them that nobody has typed. */
export function plainTranslatorFor(locale: Locale, timeZone = "UTC"): TranslateKnown {
  const key = `${locale} ${timeZone}`;
  const known = translators.get(key) ?? newTranslator(locale, timeZone);
  translators.set(key, known);
  return known;
}

/** A translator keeps what it has parsed, which takes a hundred times longer than saying it again. */
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
