import { expect, test } from "vitest";

import { type Act, everyDay, likesOn, shownAfter } from "./shown-after.ts";

const contest = { isContest: true, sentiment: "positive", confidence: 0.9 } as const;

test.each<[string, Act[], number, string]>([
  // Coming round again.
  [
    "an order, a price question 60 days later",
    [
      [0, "order"],
      [60, "price-question"],
    ],
    61,
    "purchase deciding",
  ],
  [
    "een bestelling, een mandje na twee maanden",
    [
      [0, "in-store-purchase"],
      [62, "basket"],
    ],
    63,
    "purchase deciding",
  ],
  [
    "a retained customer who asks for the price",
    [
      [0, "order"],
      [5, "support-question"],
      [12, "support-question"],
      [80, "reply", "Wat kost de blauwe?"],
    ],
    81,
    "purchase deciding",
  ],
  [
    "a fan's message to buy",
    [
      [0, "order"],
      [9, "review"],
      [70, "direct-message", "Ik wil er graag nog een bestellen"],
    ],
    71,
    "purchase deciding",
  ],
  [
    "a price question the day after the order",
    [
      [0, "order"],
      [1, "price-question"],
    ],
    2,
    "purchase bought",
  ],
  [
    "a price question by somebody who never bought",
    [
      [0, "like"],
      [3, "reply", "What does it cost?"],
    ],
    4,
    "purchase deciding",
  ],
  [
    "a basket that became an order",
    [
      [0, "basket"],
      [1, "order"],
    ],
    2,
    "purchase bought",
  ],
  // Likes alone.
  ["ten daily likes", everyDay(10, "like"), 11, "awareness"],
  ["likes for a year", everyDay(365, "like"), 366, "awareness"],
  [
    "two hundred likes a day for a week",
    Array.from({ length: 1_400 }, (_, n): Act => [n / 200, "like"]),
    8,
    "awareness",
  ],
  [
    "reposts and follows as regular as a clock",
    [[0, "follow"], ...everyDay(40, "repost", 1)],
    41,
    "awareness",
  ],
  [
    "hearts as replies",
    Array.from({ length: 9 }, (_, n): Act => [n * 3, "reply", "❤️🧶"]),
    28,
    "awareness",
  ],
  [
    "likes beside words",
    [[0, "reply", "That blue goes with everything I own"], ...likesOn(2, 4, 6, 8, 10)],
    11,
    "consideration",
  ],
  // Contests.
  [
    "two contest entries that mention us",
    [
      [0, "mention", contest],
      [1, "mention", contest],
    ],
    2,
    "awareness",
  ],
  [
    "contest entries of a customer",
    [
      [0, "order"],
      [3, "support-question"],
      [8, "contest-entry"],
      [9, "mention", contest],
    ],
    10,
    "retention",
  ],
  [
    "an order after contests",
    [
      [0, "contest-entry"],
      [1, "contest-entry"],
      [2, "order"],
    ],
    3,
    "purchase bought",
  ],
])("%s", (_name, acts, day, expected) => {
  expect(shownAfter(acts, day)).toBe(expected);
});
