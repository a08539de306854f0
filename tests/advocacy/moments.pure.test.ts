import { expect, test } from "vitest";

import { momentsOf, type LoggedAct } from "#lib/advocacy/moments";
import type { Moment } from "#lib/advocacy/shout-out";

const start = new Date("2026-01-01T12:00:00Z");

function act(days: number, rule: LoggedAct["rule"], over: Partial<LoggedAct> = {}): LoggedAct {
  const at = new Date(start.getTime() + days * 86_400_000);
  const type = rule === "order" ? "order" : "mention";
  return { id: `${rule}-${days}`, type, rule, at, isContest: false, isReturn: false, ...over };
}

const orders = (...days: number[]) => days.map((day) => act(day, "order"));

test.each<[string, LoggedAct[], [string, Moment["kind"]][]]>([
  ["a like", [act(0, "like")], []],
  [
    "a first good review, not the second",
    [act(0, "good-review"), act(9, "good-review")],
    [["good-review-0", "first-review"]],
  ],
  [
    "a first mention, whether its words were clear or not",
    [act(0, "unclear-mention"), act(1, "positive-mention")],
    [["unclear-mention-0", "first-mention"]],
  ],
  [
    "a first photo, then something of their own",
    [act(0, "user-content"), act(5, "user-content")],
    [
      ["user-content-0", "first-user-content"],
      ["user-content-5", "own-initiative"],
    ],
  ],
  [
    "every referral",
    [act(0, "referral"), act(1, "referral")],
    [
      ["referral-0", "referral"],
      ["referral-1", "referral"],
    ],
  ],
  [
    "help for another customer",
    [act(0, "helped-customer")],
    [["helped-customer-0", "helped-customer"]],
  ],
  [
    "the second, third and fifth purchase",
    orders(0, 1, 2, 3, 4),
    [
      ["order-1", "repeat-purchase"],
      ["order-2", "repeat-purchase"],
      ["order-4", "repeat-purchase"],
    ],
  ],
  [
    "a year as a customer, once a year",
    orders(0, 1, 2, 3, 4, 370, 380, 735),
    [
      ["order-1", "repeat-purchase"],
      ["order-2", "repeat-purchase"],
      ["order-4", "repeat-purchase"],
      ["order-370", "anniversary"],
      ["order-735", "anniversary"],
    ],
  ],
  ["somebody who came back", [act(0, "like", { isReturn: true })], [["like-0", "came-back"]]],
  ["somebody who came back cross", [act(0, "complaint", { isReturn: true })], []],
  [
    "somebody who only looked around again",
    [act(0, "interest", { type: "page-view", isReturn: true })],
    [],
  ],
  [
    "a complaint that turned happy, once",
    [act(0, "complaint"), act(9, "positive-mention"), act(10, "positive-mention")],
    [
      ["positive-mention-9", "first-mention"],
      ["positive-mention-9", "complaint-turned-happy"],
    ],
  ],
  [
    "two complaints, each made good",
    [
      act(0, "complaint"),
      act(9, "answer-to-thanks"),
      act(20, "complaint"),
      act(30, "answer-to-thanks"),
    ],
    [
      ["answer-to-thanks-9", "complaint-turned-happy"],
      ["answer-to-thanks-30", "complaint-turned-happy"],
    ],
  ],
  [
    "a case that we closed, whatever the person thinks of it",
    [act(0, "complaint"), act(9, "complaint-resolved"), act(12, "good-review")],
    [
      ["good-review-12", "first-review"],
      ["good-review-12", "complaint-turned-happy"],
    ],
  ],
  ["a kind word long after a complaint", [act(0, "complaint"), act(91, "answer-to-thanks")], []],
  [
    "nothing in a contest, and what follows is still the first",
    [act(0, "user-content", { isContest: true, isReturn: true }), act(3, "user-content")],
    [["user-content-3", "first-user-content"]],
  ],
])("%s", (_name, acts, expected) => {
  expect(momentsOf(acts).map((found) => [found.act.id, found.kind])).toEqual(expected);
});
