import { expect, test } from "vitest";

import { type Act, shownAfter } from "./shown-after.ts";

test.each<[string, Act[], number, string]>([
  // Leaving.
  [
    "one of two orders sent back, and its money",
    [
      [0, "order"],
      [10, "order"],
      [20, "return"],
      [23, "refund"],
    ],
    24,
    "purchase bought",
  ],
  [
    "the money of one of two orders, then the goods",
    [
      [0, "order"],
      [10, "order"],
      [20, "refund"],
      [23, "return"],
    ],
    24,
    "purchase bought",
  ],
  [
    "sent back what nobody saw them buy, then an order and help with it",
    [
      [0, "return"],
      [10, "order"],
      [12, "support-question"],
    ],
    13,
    "retention",
  ],
  [
    "ordered, unsubscribed, a like next day",
    [
      [0, "order"],
      [2, "unsubscribed"],
      [3, "like"],
    ],
    4,
    "away",
  ],
  [
    "declined, then clicks and likes",
    [
      [0, "question"],
      [2, "declined"],
      [3, "click"],
      [9, "page-view"],
      [10, "like"],
    ],
    11,
    "away",
  ],
  [
    "unsubscribed, then a contest",
    [
      [0, "order"],
      [2, "unsubscribed"],
      [3, "contest-entry"],
    ],
    4,
    "away",
  ],
  [
    "unsubscribed, then bought",
    [
      [0, "order"],
      [2, "unsubscribed"],
      [30, "order"],
    ],
    31,
    "purchase bought",
  ],
  [
    "declined, then a question",
    [
      [0, "question"],
      [2, "declined"],
      [20, "question"],
    ],
    21,
    "consideration",
  ],
  [
    "unsubscribed, then furious",
    [
      [0, "order"],
      [2, "unsubscribed"],
      [3, "review", { stars: 1 }],
    ],
    4,
    "away",
  ],
  [
    "the only order returned",
    [
      [0, "question"],
      [3, "order"],
      [9, "return"],
    ],
    10,
    "away",
  ],
  [
    "returned and refunded, and a like",
    [
      [3, "order"],
      [9, "return"],
      [12, "refund"],
      [13, "like"],
    ],
    14,
    "away",
  ],
  [
    "one of two orders refunded",
    [
      [0, "order"],
      [20, "order"],
      [25, "refund"],
    ],
    26,
    "purchase bought",
  ],
  [
    "both orders refunded",
    [
      [0, "order"],
      [20, "order"],
      [25, "refund"],
      [27, "refund"],
    ],
    28,
    "away",
  ],
  [
    "returned, then ordered again",
    [
      [0, "order"],
      [5, "return"],
      [9, "order"],
    ],
    10,
    "purchase bought",
  ],
  // Silence.
  ["an order and 42 days of silence", [[0, "order"]], 42, "purchase bought"],
  ["an order and 100 days of silence", [[0, "order"]], 100, "away"],
  [
    "an order, a like after 42 days, then 100 of silence",
    [
      [0, "order"],
      [42, "like"],
    ],
    142,
    "away",
  ],
  [
    "an order and a like after 60 quiet days",
    [
      [0, "order"],
      [60, "like"],
    ],
    61,
    "purchase bought",
  ],
  ["praise and 89 days of silence", [[0, "user-content"]], 89, "advocacy"],
  ["praise and 91 days of silence", [[0, "user-content"]], 91, "away"],
])("%s", (_name, acts, day, expected) => {
  expect(shownAfter(acts, day)).toBe(expected);
});
