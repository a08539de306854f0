import { useLocale } from "next-intl";

/** Days before months, in English too: "Thu 3 Dec". */
export function spokenLocale(locale: string): string {
  return locale.startsWith("nl") ? "nl-NL" : "en-GB";
}

/** Writes dates of days and wall-clock times (given as if in UTC), whatever zone the browser is in. */
export function useDates(): (at: string, options: Intl.DateTimeFormatOptions) => string {
  const locale = spokenLocale(useLocale());
  return (at, options) => {
    const date = new Date(at.length === 10 ? `${at}T12:00Z` : `${at}Z`);
    if (Number.isNaN(date.getTime())) return "";
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
  };
}
