import type { Frequency, RecurrenceRule, Weekday } from "./write-rule.ts";
import { weekdays } from "./write-rule.ts";

/** The fields of the form for a recurrence rule. */
export interface RuleChoice {
  readonly frequency: Frequency;
  readonly interval: number;
  /** For a weekly rule; empty means the weekday of the first occurrence. */
  readonly weekdays: readonly Weekday[];
  /** For a monthly rule. */
  readonly monthly: "day" | "weekday" | "last-weekday" | "last-day";
  readonly end: "never" | "until" | "count";
  readonly until: string;
  readonly count: number;
}

/** Returns the rule for a form's choice and the first occurrence on `firstDay` (`YYYY-MM-DD`). */
export function chosenRule(choice: RuleChoice, firstDay: string): RecurrenceRule {
  const { frequency, interval, end } = choice;
  const rule: RecurrenceRule = {
    frequency,
    interval,
    weekdays: [],
    monthDays: [],
    months: [],
    positions: [],
    count: end === "count" ? choice.count : undefined,
    until: end === "until" ? choice.until : undefined,
  };
  const [, month, date] = firstDay.split("-").map(Number);
  if (frequency === "WEEKLY") return { ...rule, weekdays: daysOfWeek(choice, firstDay) };
  if (frequency === "MONTHLY") return { ...rule, ...daysOfMonth(choice, firstDay) };
  return frequency === "YEARLY" ? { ...rule, months: [month ?? 1], monthDays: [date ?? 1] } : rule;
}

function daysOfWeek({ weekdays: chosen }: RuleChoice, firstDay: string) {
  const days = weekdays.filter((day) => chosen.includes(day));
  return (days.length > 0 ? days : [weekdayOf(firstDay)]).map((day) => ({ day, nth: undefined }));
}

function daysOfMonth({ monthly }: RuleChoice, firstDay: string) {
  const date = Number(firstDay.slice(8));
  if (monthly === "day") return { monthDays: [date] };
  if (monthly === "last-day") return { monthDays: [-1] };
  // Most months have no fifth Monday, so the fifth is taken as the last.
  const nth = Math.ceil(date / 7);
  const isLast = monthly === "last-weekday" || nth === 5;
  return { weekdays: [{ day: weekdayOf(firstDay), nth: isLast ? -1 : nth }] };
}

/** Returns the weekday of a calendar day. Computed in UTC, which has no clock changes. */
export function weekdayOf(day: string): Weekday {
  const index = (new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7;
  return weekdays[index] ?? "MO";
}
