import { isLocale, preferredLocale, type Locale } from "../i18n/locale.ts";
import { translatorFor, type Translate } from "../i18n/translator.ts";

/** Returns the language of the command line: `wanted`, else that of the terminal (`LANG=nl_NL.UTF-8`). */
export function terminalLocale(wanted?: string): Locale {
  if (isLocale(wanted)) return wanted;
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return preferredLocale(LC_ALL || LC_MESSAGES || LANG || null);
}

/** Returns a translator for the `start` namespace, in the terminal's language. */
export function startTranslator(): Translate {
  const translate = translatorFor(terminalLocale());
  return (key, values) => translate(`start.${key}`, values);
}
