/** Order of day and month in numeric dates such as `1/5/2026`. */
export const dayOrders = ["day-first", "month-first"] as const;

export type DayOrder = (typeof dayOrders)[number];

export type ReadDay =
  | {
      readonly kind: "day";
      /** `YYYY-MM-DD`; it may be a day that does not exist. */
      readonly day: string;
      /** The text after the day, in lower case. */
      readonly rest: string;
    }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "unreadable" };

/** Reads the day at the beginning of a text. */
export function readDay(text: string, order: DayOrder | undefined): ReadDay {
  const plain = text.normalize("NFKC").trim().toLowerCase().replace(weekday, "").trim();
  const compact = /^(\d{4})(\d{2})(\d{2})(?![\d])/.exec(plain);
  const yearFirst = compact ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(plain);
  if (yearFirst) return found(plain, yearFirst, [1, 2, 3]);
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(plain);
  if (numbers) return ofNumbers(plain, numbers, order);
  const dayThenName =
    /^(\d{1,2})(?:st|nd|rd|th|e|\.)?[\s-](?:of\s)?(\p{L}{3,})\.?,?[\s-](\d{4})(?!\d)/u.exec(plain);
  if (dayThenName)
    return ofNames(plain, dayThenName, dayThenName[2], dayThenName[1], dayThenName[3]);
  const nameThenDay = /^(\p{L}{3,})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/u.exec(plain);
  if (nameThenDay)
    return ofNames(plain, nameThenDay, nameThenDay[1], nameThenDay[2], nameThenDay[3]);
  return { kind: "unreadable" };
}

/** Returns the order that a numeric date shows because one of its numbers is above 12, else undefined. */
export function evidenceOf(text: string): DayOrder | undefined {
  const [, first, , second] = /^(\d{1,2})([-/.])(\d{1,2})\2\d{4}(?!\d)/.exec(text.trim()) ?? [];
  if (Number(first) > 12 && Number(second) <= 12) return "day-first";
  if (Number(second) > 12 && Number(first) <= 12) return "month-first";
  return undefined;
}

const weekday =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?)[.,]?\s/;

/** English and Dutch names; the first three letters of each are recognized too. */
const months: readonly (readonly string[])[] = [
  ["january", "januari"],
  ["february", "februari"],
  ["march", "maart", "mrt"],
  ["april"],
  ["may", "mei"],
  ["june", "juni"],
  ["july", "juli"],
  ["august", "augustus"],
  ["september", "sept"],
  ["october", "oktober"],
  ["november"],
  ["december"],
];

/**
 * Reads a numeric date. With hyphens or dots the day comes first unless the date or `order` says otherwise.
 * With slashes both orders are common, so the date is ambiguous without such evidence.
 */
function ofNumbers(plain: string, match: RegExpExecArray, order: DayOrder | undefined): ReadDay {
  const [, first, separator, second] = match;
  const evident = evidenceOf(plain);
  const isSame = first === second;
  if (separator === "/" && !evident && !order && !isSame) return { kind: "ambiguous" };
  const chosen = evident ?? order ?? "day-first";
  return found(plain, match, chosen === "day-first" ? [4, 3, 1] : [4, 1, 3]);
}

function ofNames(plain: string, match: RegExpExecArray, name = "", day = "", year = ""): ReadDay {
  const month = months.findIndex((names) =>
    names.some((known) => known === name || (name.length === 3 && known.startsWith(name))),
  );
  if (month === -1) return { kind: "unreadable" };
  return written(year, String(month + 1), day, plain.slice(match[0].length));
}

function found(
  plain: string,
  match: RegExpExecArray,
  [year, month, day]: readonly [number, number, number],
): ReadDay {
  const parts = [match[year] ?? "", match[month] ?? "", match[day] ?? ""] as const;
  return written(...parts, plain.slice(match[0].length));
}

function written(year: string, month: string, day: string, rest: string): ReadDay {
  return { kind: "day", day: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, rest };
}
