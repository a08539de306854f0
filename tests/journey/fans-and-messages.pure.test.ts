import { expect, test } from "vitest";

import { type Act, everyDay, likesOn, shownAfter } from "./shown-after.ts";

const toOther = (text: string) => ({ isAnswerToOther: true, text });
const toThanks = { isAnswerToThanks: true, text: "Aw, thank you!" } as const;

test.each<[string, Act[], number, string]>([
  // Kind acts are no doubt.
  [
    "praise, then likes",
    [[0, "order"], [9, "review"], ...likesOn(10, 14, 15, 20, 33)],
    34,
    "advocacy",
  ],
  [
    "praise, an answer to our thanks",
    [
      [0, "order"],
      [9, "review"],
      [11, "reply", toThanks],
      [12, "like"],
    ],
    13,
    "advocacy",
  ],
  [
    "a photo, then our page again and again",
    [[0, "user-content"], ...everyDay(6, "page-view", 3)],
    10,
    "advocacy",
  ],
  [
    "praise, then asks for help",
    [
      [0, "order"],
      [9, "mention", { sentiment: "positive" }],
      [20, "support-question"],
      [22, "complaint"],
    ],
    23,
    "retention",
  ],
  [
    "praise, then nothing of a fan for four months, but likes",
    [[0, "order"], [9, "review"], ...likesOn(30, 60, 90, 120)],
    121,
    "retention",
  ],
  // Helping others.
  [
    "answers to other customers",
    Array.from({ length: 7 }, (_, n): Act => [
      n * 2,
      "reply",
      toOther("Just wash it at thirty, it stays soft"),
    ]),
    14,
    "advocacy",
  ],
  [
    "één antwoord aan een ander",
    [
      [0, "order"],
      [8, "reply", toOther("Gewoon op 30 graden wassen")],
    ],
    9,
    "advocacy",
  ],
  // Messages.
  [
    "a customer's message without words",
    [
      [0, "order"],
      [40, "direct-message", "👍"],
    ],
    41,
    "purchase bought",
  ],
  [
    "a stranger's message",
    [[0, "direct-message", "Hello, I would like to order two scarves"]],
    1,
    "purchase deciding",
  ],
])("%s", (_name, acts, day, expected) => {
  expect(shownAfter(acts, day)).toBe(expected);
});
