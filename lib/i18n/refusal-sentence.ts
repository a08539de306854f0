import type { RefusalDetail } from "../kernel/result.ts";
import { spokenLocale } from "./locale.ts";
import { textOr } from "./text-or.ts";
import type { TranslateKnown } from "./translator.ts";

/** What was refused, as a use case says it. Kept so, and put into words where it is shown, it follows the reader's language. */
export interface WhatWasRefused {
  readonly refusal: string;
  readonly detail?: RefusalDetail | undefined;
}

/**
 * A refusal in words: wall-clock times (in the workspace's zone, as use cases give them) are written as
 * the language writes them, and columns of a list are called what that language calls them. A refusal that
 * has no text is said to have none, and what to do.
 */
export function refusalSentence(
  tell: TranslateKnown,
  locale: string,
  { refusal, detail = {} }: WhatWasRefused,
): string {
  const said = Object.entries(detail).map(
    ([name, value]) => [name, spokenValue(tell, locale, name, value)] as const,
  );
  return textOr(tell, keyOf(refusal, detail), Object.fromEntries(said), "refusals.without-text");
}

/** What a network says to a new account has texts of its own. */
function keyOf(refusal: string, detail: RefusalDetail): string {
  return refusal === "connect-failed"
    ? `connect.failures.${detail["code"]}`
    : `refusals.${refusal}`;
}

function spokenValue(
  tell: TranslateKnown,
  locale: string,
  name: string,
  value: string | number,
): string | number {
  if (typeof value === "number") return value;
  if (columnLists.has(name)) return spokenColumns(tell, value);
  if (name === "option") return spokenOption(tell, value);
  return spokenMoment(value, locale) ?? value;
}

const columnLists: ReadonlySet<string> = new Set(["missing", "known"]);

/** An option is called by its label, or by its key where the label is not at hand. */
function spokenOption(tell: TranslateKnown, label: string): string {
  return tell.has(label) ? tell(label) : (label.split(".").at(-2) ?? label);
}

function spokenColumns(tell: TranslateKnown, list: string): string {
  const names = list.split(", ").map((column) => {
    const key = `refusals.columns.${column}`;
    return tell.has(key) ? tell(key) : column;
  });
  return names.join(", ");
}

/** “29 Mar 2026, 02:30” of `2026-03-29T02:30`; nothing where it is no moment that the calendar has. */
function spokenMoment(wall: string, locale: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/.test(wall)) return undefined;
  const asIfUtc = new Date(`${wall.replace(" ", "T")}:00Z`);
  // The thirtieth of February would be read as a day in March.
  if (Number.isNaN(asIfUtc.getTime()) || !asIfUtc.toISOString().startsWith(wall.slice(0, 10)))
    return undefined;
  const said = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(spokenLocale(locale), said).format(asIfUtc);
}
