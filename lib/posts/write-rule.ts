export const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

export type Frequency = (typeof frequencies)[number];
export type Weekday = (typeof weekdays)[number];

/** The days of a recurrence: the subset of RFC 5545 that gives at most one occurrence a day. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  /** `nth`: the first, the second or the last (-1) such weekday of the month. */
  readonly weekdays: readonly { readonly day: Weekday; readonly nth: number | undefined }[];
  /** Negative numbers count from the end of the month. */
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
  /** Number of occurrences, including skipped and deleted ones. */
  readonly count: number | undefined;
  /** The last possible day, `YYYY-MM-DD`. */
  readonly until: string | undefined;
}

/** Returns the rule in RFC 5545 syntax, which `readRule` reads. */
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
