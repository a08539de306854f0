import type { RefusalDetail } from "../kernel/result.ts";
import { spokenLocale } from "./locale.ts";
import { textOr } from "./text-or.ts";
import type { TranslateKnown } from "./translator.ts";

/**
 * A refusal as a use case returns it. It is stored in this form and translated when shown, in the reader's
 * language.
 */
export interface WhatWasRefused {
  readonly refusal: string;
  readonly detail?: RefusalDetail | undefined;
}

/**
 * Returns the text of a refusal. Wall-clock times (in the workspace's time zone) are formatted for the
 * language, and list columns get their translated names. A refusal without a text gets a general sentence
 * that says what to do.
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

/** Refusals of a new account by its network have their own texts. */
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

/** Returns the label of an option, or its key if the label has no text. */
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

/** Formats `2026-03-29T02:30` as “29 Mar 2026, 02:30”; undefined if it is not an existing date and time. */
function spokenMoment(wall: string, locale: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/.test(wall)) return undefined;
  const asIfUtc = new Date(`${wall.replace(" ", "T")}:00Z`);
  // `Date` turns 30 February into a day in March.
  if (Number.isNaN(asIfUtc.getTime()) || !asIfUtc.toISOString().startsWith(wall.slice(0, 10)))
    return undefined;
  const said = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(spokenLocale(locale), said).format(asIfUtc);
}
