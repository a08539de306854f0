import { expect, test } from "vitest";

import { chosenRule, type RuleChoice } from "#lib/posts/chosen-rule";
import { readRule } from "#lib/posts/read-rule";
import { writeRule } from "#lib/posts/write-rule";

const usual: RuleChoice = {
  frequency: "WEEKLY",
  interval: 1,
  weekdays: [],
  monthly: "day",
  end: "never",
  until: "2027-05-01",
  count: 10,
};

test.each([
  ["the weekday of the first time", {}, "2026-03-06", "FREQ=WEEKLY;BYDAY=FR"],
  [
    "several days, in the order of the week",
    { weekdays: ["SU", "MO"], interval: 2, end: "count" },
    "2026-03-06",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=10",
  ],
  ["every day", { frequency: "DAILY", end: "until" }, "2026-03-06", "FREQ=DAILY;UNTIL=20270501"],
  ["a date", { frequency: "MONTHLY" }, "2026-03-31", "FREQ=MONTHLY;BYMONTHDAY=31"],
  [
    "the first Friday",
    { frequency: "MONTHLY", monthly: "weekday" },
    "2026-03-06",
    "FREQ=MONTHLY;BYDAY=1FR",
  ],
  [
    "a fifth Monday is the last",
    { frequency: "MONTHLY", monthly: "weekday" },
    "2026-03-30",
    "FREQ=MONTHLY;BYDAY=-1MO",
  ],
  [
    "the last Friday",
    { frequency: "MONTHLY", monthly: "last-weekday" },
    "2026-03-27",
    "FREQ=MONTHLY;BYDAY=-1FR",
  ],
  [
    "the last day",
    { frequency: "MONTHLY", monthly: "last-day" },
    "2026-03-27",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
  ],
  ["29 February", { frequency: "YEARLY" }, "2028-02-29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"],
] as const)("%s", (_what, choice, firstDay, rule) => {
  const chosen = chosenRule({ ...usual, ...choice }, firstDay);
  expect(writeRule(chosen)).toBe(rule);
  expect(readRule(rule)).toMatchObject({ ok: true, value: { frequency: chosen.frequency } });
});
