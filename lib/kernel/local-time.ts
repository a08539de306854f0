import { Temporal } from "temporal-polyfill";

/** Returns the calendar day (`YYYY-MM-DD`) of an instant in an IANA zone. */
export function localDay(at: Date, timeZone: string): string {
  return zoned(at, timeZone).toPlainDate().toString();
}

/** Returns the ISO week (`2026-W47`) of an instant in an IANA zone. */
export function localWeek(at: Date, timeZone: string): string {
  return weekOf(zoned(at, timeZone).toPlainDate());
}

interface LocalDates {
  readonly day: string;
  readonly week: string;
}

/**
 * Returns `localDay` and `localWeek` for loops over very many instants. Caches per hour if the whole hour
 * lies in one day, because the calendar computation is the most expensive part per row.
 */
export function localDates(at: Date, timeZone: string): LocalDates {
  const hour = Math.floor(at.getTime() / hourMs);
  const key = `${timeZone} ${hour}`;
  if (!datesOfHours.has(key)) {
    if (datesOfHours.size >= hoursKept) datesOfHours.clear();
    const first = datesOf(new Date(hour * hourMs), timeZone);
    const last = datesOf(new Date((hour + 1) * hourMs - 1), timeZone);
    datesOfHours.set(key, first.day === last.day ? first : undefined);
  }
  return datesOfHours.get(key) ?? datesOf(at, timeZone);
}

const hourMs = 3_600_000;
/** More than a year. */
const hoursKept = 10_000;
const datesOfHours = new Map<string, LocalDates | undefined>();

function datesOf(at: Date, timeZone: string): LocalDates {
  const date = zoned(at, timeZone).toPlainDate();
  return { day: date.toString(), week: weekOf(date) };
}

function weekOf({ yearOfWeek, weekOfYear }: Temporal.PlainDate): string {
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, "0")}`;
}

/**
 * Returns an instant's wall-clock time `YYYY-MM-DDTHH:mm` in an IANA zone: the format of a `datetime-local`
 * field.
 */
export function wallClock(at: Date, timeZone: string): string {
  return zoned(at, timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/**
 * Formats an instant as lists show it and as `readMoment` reads it back exactly: wall-clock time in an IANA
 * zone, with seconds if they are not zero, and with the UTC offset if that wall-clock time is ambiguous.
 */
export function writtenMoment(at: Date, timeZone: string): string {
  const there = zoned(at, timeZone);
  const wall = there.toPlainDateTime().toString();
  const whole = wall.endsWith(":00") && wall.length > 16 ? wall.slice(0, 16) : wall;
  const isClear = instantOf(wall, timeZone).kind === "exact";
  return isClear ? whole : `${whole}${there.offset}`;
}

/** Returns the first instant of a `YYYY-MM-DD` day in an IANA zone, normally midnight. */
export function startOfDay(day: string, timeZone: string): Date {
  return asDate(Temporal.PlainDate.from(day).toZonedDateTime(timeZone));
}

/** Adds days, which may be negative, to a `YYYY-MM-DD` day. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/**
 * Adds calendar days in an IANA zone (may be negative), then elapsed minutes. A wall-clock time that the zone
 * skips becomes the next one that exists; of one that occurs twice, the first is used.
 */
export function shiftMoment(
  at: Date,
  { days, minutes }: { readonly days: number; readonly minutes: number },
  timeZone: string,
): Date {
  return new Date(
    onOtherDay(at, timeZone, (day) => day.add({ days })).getTime() + minutes * 60_000,
  );
}

/** Returns the same wall-clock time on another `YYYY-MM-DD` day in an IANA zone. */
export function momentOnDay(at: Date, day: string, timeZone: string): Date {
  return onOtherDay(at, timeZone, () => Temporal.PlainDate.from(day));
}

function onOtherDay(
  at: Date,
  timeZone: string,
  dayOf: (day: Temporal.PlainDate) => Temporal.PlainDate,
): Date {
  const wall = zoned(at, timeZone).toPlainDateTime();
  const day = dayOf(wall.toPlainDate());
  if (day.equals(wall.toPlainDate())) return at;
  const there = instantOf(day.toPlainDateTime(wall.toPlainTime()).toString(), timeZone);
  if (there.kind === "unreadable") throw new RangeError("A day that no clock shows.");
  return there.at;
}

export type Instant =
  | { kind: "exact"; at: Date }
  /** The zone skips this wall-clock time; `at` is the first instant after the gap. */
  | { kind: "gap"; at: Date }
  /** This wall-clock time occurs twice; `at` is the first. */
  | { kind: "overlap"; at: Date }
  | { kind: "unreadable" };

/**
 * Reads wall-clock time (`YYYY-MM-DDTHH:mm[:ss[.SSS]]`) in an IANA zone and reports DST gaps and overlaps.
 */
export function instantOf(wall: string, timeZone: string): Instant {
  const plain = plainDateTime(wall);
  if (!plain) return { kind: "unreadable" };
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(timeZone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { kind: "exact", at: asDate(earlier) };
  if (!earlier.toPlainDateTime().equals(plain))
    return { kind: "gap", at: asDate(firstAfterGap(earlier)) };
  return { kind: "overlap", at: asDate(earlier) };
}

export function isTimeZone(timeZone: string): boolean {
  try {
    return Temporal.Now.instant().toZonedDateTimeISO(timeZone).timeZoneId.length > 0;
  } catch {
    return false;
  }
}

/** Whether a `YYYY-MM-DD` day exists. */
export function isDay(day: string): boolean {
  return plainDateTime(`${day}T00:00`) !== undefined;
}

function firstAfterGap(before: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return before.getTimeZoneTransition("next") ?? before;
}

function plainDateTime(wall: string): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(wall)) return undefined;
  try {
    return Temporal.PlainDateTime.from(wall);
  } catch {
    return undefined;
  }
}

function zoned(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

function asDate(zonedTime: Temporal.ZonedDateTime): Date {
  return new Date(zonedTime.epochMilliseconds);
}
