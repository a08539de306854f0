import { spokenLocale } from "../i18n/locale.ts";
import type { Translate } from "../i18n/translator.ts";
import type { RecurrenceRule, Weekday } from "./write-rule.ts";

interface Language {
  readonly tell: Translate;
  readonly locale: string;
}

/** Describes a rule, as in "Every 2 weeks on Monday and Friday at 10:00, until 1 May 2026." */
export function ruleInWords(
  rule: RecurrenceRule,
  time: string,
  { tell, locale }: Language,
  endsBefore: string | null = null,
): string {
  const language = { tell, locale: spokenLocale(locale) };
  const every = tell(`repeat.every.${rule.frequency}`, { interval: rule.interval });
  const days = [...weekdaysOf(rule, language), ...monthDaysOf(rule, language)];
  const on = days.length > 0 ? tell("repeat.on", { days: listed(days, language) }) : "";
  const within =
    rule.months.length > 0 ? tell("repeat.in", { months: monthsOf(rule, language) }) : "";
  const places = rule.positions.map((place) => tell("repeat.place", { nth: keyOf(place), place }));
  const only = places.length > 0 ? tell("repeat.only", { places: listed(places, language) }) : "";
  const said = [every, on, within, only].filter(Boolean).join(" ");
  return tell("repeat.sentence", { said, time, end: endOf(rule, endsBefore, language) });
}

function weekdaysOf({ weekdays }: RecurrenceRule, { tell, locale }: Language): string[] {
  return weekdays.map(({ day, nth }) => {
    const weekday = weekdayName(day, locale);
    return nth === undefined ? weekday : tell("repeat.nth", { nth: keyOf(nth), weekday });
  });
}

function monthDaysOf({ monthDays }: RecurrenceRule, { tell }: Language): string[] {
  return monthDays.map((day) =>
    tell("repeat.monthDay", { from: day < 0 ? "end" : "start", day: Math.abs(day) }),
  );
}

function monthsOf({ months }: RecurrenceRule, language: Language): string {
  const name = new Intl.DateTimeFormat(language.locale, { month: "long", timeZone: "UTC" });
  return listed(
    months.map((month) => name.format(Date.UTC(2024, month - 1, 1))),
    language,
  );
}

/** Returns the key by which a message selects a text: `n1`, or `last1` for one counted from the end. */
function keyOf(nth: number): string {
  return nth < 0 ? `last${-nth}` : `n${nth}`;
}

const weekdays: readonly Weekday[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function weekdayName(day: Weekday, locale: string): string {
  // 1 January 2024 was a Monday.
  const at = Date.UTC(2024, 0, 1 + weekdays.indexOf(day));
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(at);
}

function endOf(
  { count, until }: RecurrenceRule,
  endsBefore: string | null,
  { tell, locale }: Language,
): string {
  const day = (of: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
      new Date(`${of}T12:00Z`),
    );
  const ends = [
    ...(count ? [tell("repeat.times", { count })] : []),
    ...(until ? [tell("repeat.until", { day: day(until) })] : []),
    ...(endsBefore ? [tell("repeat.endsBefore", { day: day(endsBefore) })] : []),
  ];
  return ends.join("");
}

function listed(words: readonly string[], { locale }: Language): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
}
