import { z } from "zod";

import { isDay } from "../kernel/local-time.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { frequencies, type Frequency, type RecurrenceRule, weekdays } from "./write-rule.ts";

export type RuleRefusal = "rule-unreadable" | "rule-part-unknown" | "rule-never";

/**
 * Reads an RRULE. Refuses unknown parts by name, because ignoring them would give another rule. Only the day
 * of `UNTIL` counts.
 */
export function readRule(text: string): Result<RecurrenceRule, RuleRefusal> {
  const fields = fieldsOf(text);
  if (!fields) return refused("rule-unreadable", { part: text.slice(0, 100) });
  const read = parts.safeParse(fields);
  if (!read.success) return refusalOf(read.error, fields);
  const { FREQ: frequency, INTERVAL: interval, COUNT: count, UNTIL: until, ...days } = read.data;
  const { BYDAY: weekdays, BYMONTHDAY: monthDays, BYMONTH: months, BYSETPOS: positions } = days;
  return ok({ frequency, interval, weekdays, monthDays, months, positions, count, until });
}

function refusalOf(error: z.ZodError, fields: Readonly<Record<string, string>>) {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys")
    return refused("rule-part-unknown", { part: issue.keys.join(", ") });
  const part = String(issue?.path[0] ?? "");
  return refused("rule-unreadable", { part: `${part}=${fields[part] ?? ""}` });
}

function numberIn(least: number, most: number) {
  return z
    .string()
    .regex(/^[-+]?\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

function listOf<One extends z.ZodType<unknown, string>>(one: One) {
  return z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(one))
    .default([]);
}

const weekday = z
  .string()
  .regex(/^([-+]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/)
  .transform((text): RecurrenceRule["weekdays"][number] => {
    const number = text.slice(0, -2);
    const day = weekdays.find((one) => text.endsWith(one)) ?? "MO";
    return { day, nth: number === "" ? undefined : Number(number) };
  });

const isNotZero = (number: number) => number !== 0;

/** Parts by their names in RFC 5545. */
const parts = z
  .strictObject({
    FREQ: z.enum(frequencies),
    INTERVAL: numberIn(1, 999).default(1),
    COUNT: numberIn(1, 100_000).optional(),
    UNTIL: z
      .string()
      .regex(/^\d{8}(T\d{6}Z?)?$/)
      .transform((text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`)
      .refine(isDay)
      .optional(),
    BYDAY: listOf(weekday),
    BYMONTHDAY: listOf(numberIn(-31, 31).refine(isNotZero)),
    BYMONTH: listOf(numberIn(1, 12)),
    BYSETPOS: listOf(numberIn(-366, 366).refine(isNotZero)),
    /** Only weeks that begin on Monday are supported. */
    WKST: z.literal("MO").optional(),
  })
  .refine(({ COUNT, UNTIL }) => !COUNT || !UNTIL, { path: ["UNTIL"] })
  .refine(({ FREQ, BYMONTHDAY }) => FREQ !== "WEEKLY" || BYMONTHDAY.length === 0, {
    path: ["BYMONTHDAY"],
  })
  .refine(mayCountDays, { path: ["BYDAY"] });

/** A numbered weekday, such as "the second Monday", refers to a month. */
function mayCountDays({
  FREQ,
  BYDAY,
  BYMONTH,
}: {
  readonly FREQ: Frequency;
  readonly BYDAY: RecurrenceRule["weekdays"];
  readonly BYMONTH: readonly number[];
}): boolean {
  if (BYDAY.every(({ nth }) => nth === undefined)) return true;
  return FREQ === "MONTHLY" || (FREQ === "YEARLY" && BYMONTH.length > 0);
}

/** Returns the parts; undefined if the text is not a list of parts or repeats one. */
function fieldsOf(text: string): Record<string, string> | undefined {
  const written = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .replace(/;$/, "")
    .split(";");
  const pairs = written.map((part) => /^([A-Z]+)=([-+A-Z0-9,]+)$/.exec(part));
  const fields = Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", pair?.[2] ?? ""]));
  return pairs.every(Boolean) && Object.keys(fields).length === pairs.length ? fields : undefined;
}
