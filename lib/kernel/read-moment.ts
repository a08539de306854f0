import { instantOf, isTimeZone } from "./local-time.ts";
import { readDay, type DayOrder } from "./read-day.ts";

/** The result of reading a text as a point in time. */
export type Moment =
  | {
      readonly kind: "moment";
      readonly at: Date;
      /**
       * Wall-clock time in the zone, `YYYY-MM-DDTHH:mm[:ss[.SSS]]`; undefined if the text gave a UTC offset.
       */
      readonly wall: string | undefined;
      readonly isWholeDay: boolean;
      readonly clock: "exact" | "gap" | "overlap";
    }
  /** `1/5/2026` can be 1 May or 5 January. */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "unreadable" };

export interface MomentReader {
  /** IANA zone for texts that give neither a zone nor an offset. */
  readonly timeZone: string;
  readonly order?: DayOrder | undefined;
}

/**
 * Reads a day, with or without a time and a UTC offset: `2026-05-01`, `2026-05-01 10:30:45 -0500`,
 * `…T14:30:00Z`, `1-5-2026 2:30 PM`, `1 mei 2026 14.30 uur`, `Fri, 01 May 2026 10:30 CEST`. A day without a
 * time is read as noon. Any remaining text makes the whole unreadable.
 */
export function readMoment(text: string, { timeZone, order }: MomentReader): Moment {
  const day = readDay(text, order);
  if (day.kind !== "day") return day;
  const time = readTime(day.rest);
  if (!time) return unreadable;
  const wall = `${day.day}T${time.clock ?? "12:00"}`;
  const isWholeDay = time.clock === undefined;
  if (time.offset !== undefined) {
    const at = new Date(`${withSeconds(wall)}${time.offset}`);
    if (Number.isNaN(at.getTime()) || !isDay(day.day)) return unreadable;
    return { kind: "moment", at, wall: undefined, isWholeDay, clock: "exact" };
  }
  const instant = instantOf(wall, time.zone ?? timeZone);
  if (instant.kind === "unreadable") return unreadable;
  return { kind: "moment", at: instant.at, wall, isWholeDay, clock: instant.kind };
}

const unreadable = { kind: "unreadable" } as const;

interface Time {
  readonly clock: string | undefined;
  readonly offset?: string | undefined;
  /** Name of an IANA zone. */
  readonly zone?: string | undefined;
}

const timeOfDay =
  /^(?:t|at|om|,)?\s*(?:(\d{1,2})(?:[:.hu](\d{2}))(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?|(\d{1,2})(?=\s*[ap]\.?m))(?!\d)\s*((?:[ap]\.?m\.?|uur|h|u)(?![a-z\d]))?\s*/;
/** `143000Z` after a day without hyphens. */
const compactTime = /^t(\d{2})(\d{2})(\d{2})?(?!\d)/;

/** Returns undefined if the text contains more than a time and an offset. */
function readTime(given: string): Time | undefined {
  const rest = given
    .trim()
    .replace(compactTime, (_whole, hour, minute, second) => `t${hour}:${minute}:${second ?? "00"}`);
  if (rest === "") return { clock: undefined };
  const found = timeOfDay.exec(rest);
  if (!found) return undefined;
  const offset = readOffset(rest.slice(found[0].length));
  if (!offset) return undefined;
  const [, hour24, minute = "00", second, fraction, hour12, half] = found;
  const hour = hourOf(Number(hour24 ?? hour12), half);
  if (hour === undefined) return undefined;
  const seconds = second ? `:${second}` : "";
  const milliseconds = fraction ? `.${fraction.padEnd(3, "0").slice(0, 3)}` : "";
  return {
    clock: `${String(hour).padStart(2, "0")}:${minute}${seconds}${milliseconds}`,
    ...offset,
  };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  const isHalf = half?.startsWith("a") || half?.startsWith("p");
  if (!isHalf) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half?.startsWith("p") ? 12 : 0);
}

/** Abbreviations that stand for a single UTC offset: those of RFC 2822 and the European ones. */
const namedOffsets: Readonly<Record<string, string>> = {
  z: "Z",
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  wet: "+00:00",
  west: "+01:00",
  cet: "+01:00",
  cest: "+02:00",
  eet: "+02:00",
  eest: "+03:00",
  est: "-05:00",
  edt: "-04:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/** Returns an empty object if no offset is given, undefined if the text is not an offset. */
function readOffset(given: string): Omit<Time, "clock"> | undefined {
  // JavaScript writes `GMT+0200 (Central European Summer Time)`, Temporal writes `+02:00[Europe/Amsterdam]`.
  const text = given.trim().replace(/(?<=\S)\s*(?:\([^()]*\)|\[[^[\]]*\])$/, "");
  if (text === "") return {};
  const named = namedOffsets[text];
  if (named) return { offset: named };
  const [, zone] = /^\[?([a-z]+(?:\/[a-z_+-]+)+)\]?$/.exec(text) ?? [];
  if (zone) return isTimeZone(zone) ? { zone } : undefined;
  return readNumericOffset(text);
}

function readNumericOffset(text: string): Omit<Time, "clock"> | undefined {
  const [, sign, hours = "", minutes = "00"] =
    /^(?:utc|gmt)?\s*([+\-\u2212])(\d{1,2})(?::?(\d{2}))?$/.exec(text) ?? [];
  if (!sign || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return { offset: `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}` };
}

function withSeconds(wall: string): string {
  return wall.length === 16 ? `${wall}:00` : wall;
}

/** Whether the day exists: `Date` turns 31 June into 1 July. */
function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
