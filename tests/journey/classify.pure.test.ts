import { expect, test } from "vitest";

import { ruleFor, textConfidence, type Evidence } from "#lib/journey/classify";
import type { RuleKey } from "#lib/journey/rules";
import type { History } from "#lib/journey/touchpoint-history";

import { silent } from "./stages.ts";

const plain: Evidence = { type: "like", ...silent };
const stranger: History = {
  isPastBuyer: false,
  isQuietBuyer: false,
  activeDays: 1,
  hasSpoken: false,
  isAnswerToThanks: false,
};
const buyer: History = { ...stranger, isPastBuyer: true };
const glad = { sentiment: "positive", confidence: 0.9 } as const;
const answer = { type: "reply", isAnswerToOther: true, language: null } as const;
const upset = { sentiment: "negative", emotion: "anger", confidence: 0.8 } as const;

test.each<[string, Partial<Evidence>, History, RuleKey]>([
  ["a first like", {}, stranger, "like"],
  ["a like on a third day and nothing else", {}, { ...stranger, activeDays: 30 }, "like"],
  [
    "a like on a third day beside words",
    {},
    { ...stranger, activeDays: 3, hasSpoken: true },
    "repeated-contact",
  ],
  [
    "a customer's like on a third day",
    {},
    { ...buyer, activeDays: 3, hasSpoken: true },
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
  ["a contest entry that praises", { type: "mention", isContest: true, ...glad }, buyer, "contest"],
  ["an order given back", { type: "return" }, buyer, "return"],
  ["money given back", { type: "refund" }, buyer, "return"],
  [
    "an answer to another customer",
    { ...answer, text: "Wash it at thirty." },
    stranger,
    "helped-customer",
  ],
  [
    "een antwoord aan een ander",
    { ...answer, text: "Gewoon op dertig graden." },
    buyer,
    "helped-customer",
  ],
  [
    "a complaint under another's complaint",
    { ...answer, text: "Mine is broken too!", ...upset },
    stranger,
    "complaint",
  ],
  [
    "a question under another's question",
    { ...answer, text: "And how do I wash it?", emotion: "question" },
    stranger,
    "question",
  ],
  ...[
    "Thank you, that helped me!",
    "@piet kijk deze eens",
    "Same here",
    "Ja dat heb ik ook",
    "haha lol",
    "So pretty!",
    "Gefeliciteerd met je trui",
  ].map((text): [string, Partial<Evidence>, History, RuleKey] => [
    `no help for anybody: ${text}`,
    { ...answer, text },
    stranger,
    "like",
  ]),
  ...[
    "In maat 40, ja",
    "Ask at the counter",
    "Thirty degrees, no spin",
    "They reply within a day",
  ].map((text): [string, Partial<Evidence>, History, RuleKey] => [
    `help: ${text}`,
    { ...answer, text },
    stranger,
    "helped-customer",
  ]),
  ["hearts under another's words", { ...answer, text: "🧶🧶" }, stranger, "like"],
  [
    "a customer's question long after",
    { type: "reply", text: "When is the next workshop?", language: "en", emotion: "question" },
    { ...buyer, isQuietBuyer: true },
    "question",
  ],
  [
    "een klant die nog een wil",
    { type: "direct-message", text: "Ik wil er graag nog een bestellen", language: "nl" },
    { ...buyer, isQuietBuyer: true },
    "direct-message",
  ],
  [
    "a customer's message for help",
    { type: "direct-message", text: "My order has not arrived", language: "en" },
    buyer,
    "support-question",
  ],
  [
    "een klant die hulp vraagt",
    { type: "direct-message", text: "Hoe was ik deze trui?", language: "nl" },
    buyer,
    "support-question",
  ],
  [
    "a customer's message without words",
    { type: "direct-message", text: "👍" },
    buyer,
    "kind-message",
  ],
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
