import { useLocale } from "next-intl";

import { spokenLocale } from "#lib/i18n/locale";

/** Formats days and wall-clock times (read as UTC), independently of the browser's time zone. */
export function useDates(): (at: string, options: Intl.DateTimeFormatOptions) => string {
  const locale = spokenLocale(useLocale());
  return (at, options) => {
    const date = new Date(at.length === 10 ? `${at}T12:00Z` : `${at}Z`);
    if (Number.isNaN(date.getTime())) return "";
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
  };
}
