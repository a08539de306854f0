export const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

export type Frequency = (typeof frequencies)[number];
export type Weekday = (typeof weekdays)[number];

/** On which days a post comes again: the part of RFC 5545 that gives at most one occurrence a day. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  /** With a number: the first, the second, the last (-1) of the month. */
  readonly weekdays: readonly { readonly day: Weekday; readonly nth: number | undefined }[];
  /** Negative ones count from the month's end. */
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
  /** Skipped and deleted occurrences count. */
  readonly count: number | undefined;
  /** The last day on which it may come: `YYYY-MM-DD`. */
  readonly until: string | undefined;
}

/** As RFC 5545 writes it; `readRule` reads it back. */
export function writeRule(rule: RecurrenceRule): string {
  const { frequency, interval, count, until } = rule;
  const list = (name: string, values: readonly (string | number)[]) =>
    values.length > 0 ? [`${name}=${values.join(",")}`] : [];
  return [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...list("BYMONTH", rule.months),
    ...list("BYMONTHDAY", rule.monthDays),
    ...list(
      "BYDAY",
      rule.weekdays.map(({ day, nth }) => `${nth ?? ""}${day}`),
    ),
    ...list("BYSETPOS", rule.positions),
    ...(count ? [`COUNT=${count}`] : []),
    ...(until ? [`UNTIL=${until.replaceAll("-", "")}`] : []),
  ].join(";");
}
