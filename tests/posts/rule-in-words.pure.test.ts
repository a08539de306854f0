import { expect, test } from "vitest";

import type { Locale } from "#lib/i18n/locale";
import { plainTranslatorFor } from "#lib/i18n/translator";
import { readRule } from "#lib/posts/read-rule";
import { ruleInWords } from "#lib/posts/rule-in-words";
import { writeRule } from "#lib/posts/write-rule";

test.each([
  ["FREQ=DAILY", "Every day at 10:00", "Elke dag om 10:00"],
  [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=3",
    "Every 2 weeks on Monday and Friday at 10:00, 3 times",
    "Elke 2 weken op maandag en vrijdag om 10:00, 3 keer",
  ],
  [
    "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270501",
    "Every month on the last Friday at 10:00, until 1 May 2027",
    "Elke maand op de laatste vrijdag om 10:00, tot en met 1 mei 2027",
  ],
  [
    "FREQ=MONTHLY;BYDAY=-3SU",
    "Every month on the third to last Sunday at 10:00",
    "Elke maand op de op twee na laatste zondag om 10:00",
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=1,-1",
    "Every month on day 1 and the last day at 10:00",
    "Elke maand op dag 1 en de laatste dag om 10:00",
  ],
  [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "Every year on day 29 in February at 10:00",
    "Elk jaar op dag 29 in februari om 10:00",
  ],
  [
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
    "Every month on Monday and Tuesday (of these days the last) at 10:00",
    "Elke maand op maandag en dinsdag (van deze dagen de laatste) om 10:00",
  ],
])("%s", (text, english, dutch) => {
  const rule = readRule(text);
  if (!rule.ok) throw new Error(text);
  const said = (locale: Locale) =>
    ruleInWords(rule.value, "10:00", { tell: plainTranslatorFor(locale), locale });
  expect([said("en"), said("nl")]).toEqual([english, dutch]);
  expect(readRule(writeRule(rule.value))).toEqual(rule);
});
