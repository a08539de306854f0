import { expect, test } from "vitest";

import { languageOf } from "#lib/engagement/text-signals/language";
import { measured } from "#lib/engagement/text-signals/measured";

import { linesOf, measure, otherLines } from "./lines/measure.ts";

const languages = ["en", "nl"] as const;
const sets = ["tuned", "held"] as const;

test.each(languages.flatMap((language) => sets.map((set) => [language, set] as const)))(
  "what is told of %s (%s) is what is measured",
  (language, set) => {
    expect(measure(linesOf(language, set), language)).toEqual(measured[language][set]);
  },
);

test.each(languages)("praise in %s that nobody has to read first is praise", (language) => {
  for (const set of sets) {
    const { sure, sureAndRight } = measured[language][set];
    expect(sure).toBeGreaterThan(5);
    expect(sureAndRight / sure).toBeGreaterThanOrEqual(0.85);
  }
});

test("irony does not pass more often than one line in ten", () => {
  const counted = languages.flatMap((language) => sets.map((set) => measured[language][set]));
  const ironic = counted.reduce((sum, each) => sum + each.ironic, 0);
  const passed = counted.reduce((sum, each) => sum + each.ironicTakenForPraise, 0);
  expect(ironic).toBeGreaterThan(90);
  expect(passed / ironic).toBeLessThanOrEqual(0.1);
});

test.each(sets)("English, Dutch and all others are told apart (%s)", (set) => {
  for (const language of languages) {
    const { lines, language: right } = measure(linesOf(language, set), language);
    expect(right / lines).toBeGreaterThanOrEqual(0.98);
  }
  const others = otherLines(set);
  const right = others.filter((text) => languageOf(text) === "other");
  expect(right.length / others.length).toBeGreaterThanOrEqual(0.9);
});

test.each(languages)(
  "questions in %s are found, and hardly anything else is taken for one",
  (language) => {
    for (const set of sets) {
      const { questions, saidQuestion, saidQuestionAndRight } = measured[language][set];
      expect(saidQuestionAndRight / questions).toBeGreaterThanOrEqual(0.9);
      expect(saidQuestionAndRight / saidQuestion).toBeGreaterThanOrEqual(0.85);
    }
  },
);
