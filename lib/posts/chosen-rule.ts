import type { Frequency, RecurrenceRule, Weekday } from "./write-rule.ts";
import { weekdays } from "./write-rule.ts";

/** What a form asks of how a post comes again. */
export interface RuleChoice {
  readonly frequency: Frequency;
  readonly interval: number;
  /** Of a week. None: the day of the first time. */
  readonly weekdays: readonly Weekday[];
  /** Of a month. */
  readonly monthly: "day" | "weekday" | "last-weekday" | "last-day";
  readonly end: "never" | "until" | "count";
  readonly until: string;
  readonly count: number;
}

/** The rule that a form's choice means for a post that comes on `firstDay` (`YYYY-MM-DD`) first. */
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
  // A fifth Monday is missing in most months: it is the last that is meant.
  const nth = Math.ceil(date / 7);
  const isLast = monthly === "last-weekday" || nth === 5;
  return { weekdays: [{ day: weekdayOf(firstDay), nth: isLast ? -1 : nth }] };
}

/** Of a calendar day, counted in UTC where no clock ever jumps. */
export function weekdayOf(day: string): Weekday {
  const index = (new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7;
  return weekdays[index] ?? "MO";
}
