export const locales = ["en", "nl"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The best of ours for an `Accept-Language` header. */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? "").split(",").map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? defaultLocale;
}

/** British English, so that days come before months and the clock has 24 hours: "Thu 3 Dec". */
export function spokenLocale(locale: string): string {
  return locale.startsWith("nl") ? "nl-NL" : "en-GB";
}
