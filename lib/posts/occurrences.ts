import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";

import { addDays, instantOf, localDay } from "../kernel/local-time.ts";
import { type RecurrenceRule, writeRule } from "./write-rule.ts";

/**
 * A time at which a recurring post is due. Identified by its day, because a rule gives at most one per day.
 */
export interface Occurrence {
  /** The rule's day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly at: Date;
}

export interface RecurrenceTimes {
  readonly rule: RecurrenceRule;
  /** The first day of the rule. */
  readonly startDay: string;
  /** `HH:mm` in the time zone `timeZone`. */
  readonly time: string;
  readonly timeZone: string;
  /** Set by a person who ended it: there are no occurrences on this day or later. */
  readonly endsBefore: string | null;
}

/**
 * Returns the occurrences after the day `after` (null: from the first) and before `until`. The rule gives
 * days, which are then converted to instants. A skipped time becomes the next existing minute; of a repeated
 * time the first is used. If a zone skips a whole day, so that two days give one instant, only the earlier
 * day counts.
 */
export function occurrencesBetween(
  times: RecurrenceTimes,
  { after, until }: { readonly after: string | null; readonly until: Date },
): Occurrence[] {
  const from = after === null ? times.startDay : addDays(after, 1);
  // A time on a skipped day gives an instant on the next day.
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
 * Returns the first occurrence after that day; undefined if there is none within 16 years. The longest
 * possible gap is that of 29 February around 2100.
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

/** Returns the rule's days from `from` to `last`. Computed in UTC, which has no clock changes. */
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

/** More days than any recurrence can span; the library throws beyond it. */
const mostSteps = 120_000;

function midnight(day: string): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(day).toZonedDateTime("UTC");
}
