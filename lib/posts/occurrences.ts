import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";

import { addDays, instantOf, localDay } from "../kernel/local-time.ts";
import { type RecurrenceRule, writeRule } from "./write-rule.ts";

/** One time at which a recurring post comes: known by its day, since a rule gives one a day at most. */
export interface Occurrence {
  /** `YYYY-MM-DD` by the rule. */
  readonly day: string;
  readonly at: Date;
}

export interface RecurrenceTimes {
  readonly rule: RecurrenceRule;
  /** The rule counts from this day on. */
  readonly startDay: string;
  /** `HH:mm` on the clock of `timeZone`. */
  readonly time: string;
  readonly timeZone: string;
  /** Ended by a person: it does not come on this day or later. */
  readonly endsBefore: string | null;
}

/**
 * The occurrences of days after `after` (null: from the first) that come before `until`. The rule counts
 * days; only then the clock of the zone is asked. A time that it skips is the next minute that exists, of a
 * time that comes twice it is the first. Where two days fall on one instant, since the zone skipped a whole
 * day, it is one occurrence, the earlier day's.
 */
export function occurrencesBetween(
  times: RecurrenceTimes,
  { after, until }: { readonly after: string | null; readonly until: Date },
): Occurrence[] {
  const from = after === null ? times.startDay : addDays(after, 1);
  // A time in a skipped day comes on the day after it.
  const last = localDay(until, times.timeZone);
  const before = after === null ? undefined : instantOn(after, times)?.getTime();
  const found: Occurrence[] = [];
  for (const day of daysOf(times, from, last)) {
    const at = instantOn(day, times);
    if (!at || at >= until) continue;
    const isSame = (found.at(-1)?.at.getTime() ?? before) === at.getTime();
    if (!isSame) found.push({ day, at });
  }
  return found;
}

/**
 * The first occurrence after that day; undefined where there is none within 16 years, which is never: the
 * longest gap is that of a 29 February around 2100.
 */
export function nextOccurrence(
  times: RecurrenceTimes,
  after: string | null,
): Occurrence | undefined {
  const from = after ?? times.startDay;
  for (const days of lookAhead) {
    const until = instantOf(`${addDays(from, days)}T00:00`, times.timeZone);
    if (until.kind === "unreadable") return undefined;
    const [first] = occurrencesBetween(times, { after, until: until.at });
    if (first) return first;
  }
  return undefined;
}

const lookAhead = [40, 400, 2_000, 16 * 366];

function instantOn(
  day: string,
  { time, timeZone }: Pick<RecurrenceTimes, "time" | "timeZone">,
): Date | undefined {
  const read = instantOf(`${day}T${time}`, timeZone);
  return read.kind === "unreadable" ? undefined : read.at;
}

/** The days of the rule from the one to the other. Counted in UTC, where no clock ever jumps. */
function daysOf(
  { rule, startDay, endsBefore }: RecurrenceTimes,
  from: string,
  last: string,
): string[] {
  const end = endsBefore !== null && endsBefore <= last ? addDays(endsBefore, -1) : last;
  if (end < from || end < startDay) return [];
  const counted = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${startDay.replaceAll("-", "")}T000000\nRRULE:${writeRule(rule)}`,
    temporal: Temporal,
    maxIterations: mostSteps,
  });
  return counted
    .between(midnight(from), midnight(end), true)
    .map((at) => at.toPlainDate().toString());
}

/** More days than a recurrence lives; the library stops there with an error. */
const mostSteps = 120_000;

function midnight(day: string): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(day).toZonedDateTime("UTC");
}
