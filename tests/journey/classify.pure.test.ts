import { expect, test } from "vitest";

import { ruleFor, textConfidence, type Evidence } from "#lib/journey/classify";
import type { RuleKey } from "#lib/journey/rules";
import type { History } from "#lib/journey/touchpoint-history";

import { silent } from "./stages.ts";

const plain: Evidence = { type: "like", ...silent };
const stranger: History = { isPastBuyer: false, activeDays: 1, isAnswerToThanks: false };
const buyer: History = { ...stranger, isPastBuyer: true };
const upset = { sentiment: "negative", emotion: "anger", confidence: 0.8 } as const;

test.each<[string, Partial<Evidence>, History, RuleKey]>([
  ["a first like", {}, stranger, "like"],
  ["a like on a third day", {}, { ...stranger, activeDays: 3 }, "repeated-contact"],
  [
    "a customer's like on a third day",
    {},
    { ...buyer, activeDays: 3 },
    "repeated-contact-of-customer",
  ],
  ["a follow", { type: "follow" }, stranger, "follow"],
  [
    "a price question",
    { type: "reply", text: "What does the scarf cost?", language: "en", emotion: "question" },
    stranger,
    "price-question",
  ],
  [
    "een vraag naar de prijs",
    { type: "reply", text: "Wat kost die sjaal?", language: "nl", emotion: "question" },
    stranger,
    "price-question",
  ],
  [
    "another question",
    { type: "reply", text: "How is it made?", language: "en", emotion: "question" },
    stranger,
    "question",
  ],
  [
    "a customer's question",
    { type: "reply", text: "How do I wash it?", language: "en", emotion: "question" },
    buyer,
    "support-question",
  ],
  ["a complaint", { type: "reply", ...upset }, stranger, "complaint"],
  ["an unsure complaint", { type: "reply", ...upset, confidence: 0.4 }, stranger, "like"],
  [
    "thanks for the thanks",
    { type: "reply", sentiment: "positive" },
    { ...stranger, isAnswerToThanks: true },
    "answer-to-thanks",
  ],
  [
    "praise",
    { type: "mention", sentiment: "positive", confidence: 0.9 },
    stranger,
    "positive-mention",
  ],
  [
    "words that say nothing",
    { type: "mention", sentiment: "neutral" },
    stranger,
    "unclear-mention",
  ],
  ["a photo", { type: "mention", hasImage: true }, stranger, "user-content"],
  [
    "irony that a person has read",
    { type: "mention", sentiment: "positive", verdict: "not-a-compliment" },
    stranger,
    "plain-mention",
  ],
  [
    "anger that a person calls praise",
    { type: "mention", ...upset, verdict: "compliment" },
    stranger,
    "positive-mention",
  ],
  ["five stars", { type: "review", stars: 5 }, stranger, "good-review"],
  ["two stars", { type: "review", stars: 2 }, stranger, "complaint"],
  ["an order", { type: "order" }, stranger, "order"],
  ["an order in the shop", { type: "in-store-purchase" }, stranger, "order"],
  ["a private message before buying", { type: "direct-message" }, stranger, "direct-message"],
])("%s", (_name, evidence, history, expected) => {
  expect(ruleFor({ ...plain, ...evidence }, history)).toBe(expected);
});

test("words count as far as they are sure, acts and people's verdicts fully", () => {
  const praise = { ...plain, type: "mention" as const, sentiment: "positive" as const };
  expect(textConfidence("positive-mention", { ...praise, confidence: 0.7 })).toBe(0.7);
  expect(textConfidence("unclear-mention", { ...praise, sentiment: "neutral" })).toBe(0.5);
  expect(textConfidence("positive-mention", { ...praise, verdict: "compliment" })).toBe(1);
  expect(textConfidence("good-review", { ...praise, sentiment: "negative" })).toBe(1);
});
