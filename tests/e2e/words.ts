import type { Locale } from "#lib/i18n/locale";
import { translatorFor } from "#lib/i18n/translator";

/** The texts as a person reads them, by their keys. Dates go by the workshop's zone. */
export const wordsOf = (locale: Locale) => translatorFor(locale, "Europe/Amsterdam");

export type Words = ReturnType<typeof wordsOf>;
