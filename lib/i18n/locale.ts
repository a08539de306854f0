export const locales = ["en", "nl"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Returns the first supported language of an `Accept-Language` header. Quality values are ignored. */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? "").split(",").map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? defaultLocale;
}

/**
 * Returns the locale for dates. English is British, with days before months and a 24-hour clock: "Thu 3 Dec".
 */
export function spokenLocale(locale: string): string {
  return locale.startsWith("nl") ? "nl-NL" : "en-GB";
}
