import { describe, expect, test } from "vitest";

import { plannedTime } from "#lib/deliveries/planned-time";
import { columnNames, listColumns } from "#lib/engagement/import-columns";
import type { Locale } from "#lib/i18n/locale";
import { refusalSentence, type WhatWasRefused } from "#lib/i18n/refusal-sentence";
import { translatorFor } from "#lib/i18n/translator";
import { openTable, textSource } from "#lib/lists/open-table";

const zone = "Europe/Amsterdam";
const now = new Date("2026-03-01T12:00:00Z");

describe("a moment in a refusal", () => {
  test.each([
    ["en", "28 Feb 2026, 09:00 has passed. It is 1 Mar 2026, 13:00 now."],
    ["nl", "28 feb 2026, 09:00 is voorbij. Het is nu 1 mrt 2026, 13:00."],
  ] as const)("that has passed (%s)", (locale, sentence) => {
    expect(said(locale, planned("2026-02-28T09:00"))).toBe(sentence);
  });

  test.each([
    ["en", "29 Mar 2026, 02:30 does not exist in Europe/Amsterdam", "29 Mar 2026, 03:00."],
    ["nl", "29 mrt 2026, 02:30 bestaat niet in Europe/Amsterdam", "29 mrt 2026, 03:00."],
  ] as const)("that the clock skips (%s)", (locale, begins, ends) => {
    const sentence = said(locale, planned("2026-03-29T02:30"));
    expect(sentence.startsWith(begins)).toBe(true);
    expect(sentence.endsWith(ends)).toBe(true);
  });

  test("that the calendar does not have stays as it was typed", () => {
    expect(said("en", planned("2026-02-30T09:00"))).toContain("“2026-02-30T09:00”");
  });
});

describe("columns of a list", () => {
  test("that are missing are called what the language calls them, and as a list may call them", async () => {
    const table = await openTable(textSource("persoon\nMieke"), listColumns);
    if (!("refusal" in table)) throw new Error("It was not refused.");
    expect(said("nl", table)).toBe("Er ontbreken kolommen: soort, datum. Gevonden: persoon.");
    expect(said("en", table)).toBe("Columns are missing: type, at. Found: persoon.");
  });

  test.each(["en", "nl"] as const)("have a name that a list may use (%s)", (locale) => {
    const tell = translatorFor(locale);
    for (const [column, aliases] of Object.entries(columnNames))
      expect(aliases).toContain(tell(`refusals.columns.${column}`));
  });
});

function planned(at: string): WhatWasRefused {
  const result = plannedTime({ kind: "wall-clock", at }, zone, now);
  if (result.ok) throw new Error("It was not refused.");
  return result;
}

function said(locale: Locale, refused: WhatWasRefused): string {
  return refusalSentence(translatorFor(locale), locale, refused);
}
