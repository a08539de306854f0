import { expect, test } from "vitest";

import { readConcerns } from "#lib/engagement/text-signals/concerns";
import { mourned } from "#lib/engagement/text-signals/loss-and-illness";

/** Of each long expression one that only it recognises, in their order. */
const said = [
  "We said a quiet farewell to our dear old nan",
  "We are losing our little cat",
  "Since the sudden loss of my brother",
  "MY GRANDMOTHER HAD SADLY DIED",
  "Our old dog is up there",
  "I really miss my labrador",
  "We put our old cat to sleep yesterday",
  "They had to let the old pony go",
  "Another summer without my dad",
  "Wij namen afscheid van onze lieve opa",
  "Mijn lieve vader die wij vorig jaar verloren",
  "Na het verlies van mijn broer",
  "Mijn lieve oma is er niet meer",
  "Het tweede jaar zonder mijn zus",
  "Het lag op de kist van mijn vader",
];

test.for(said.map((text, index) => [text, mourned[index]?.[1] ?? ""] as const))(
  "%s",
  ([text, expression]) => {
    expect(readConcerns(text)).toContain("grief");
    expect(text).toMatch(new RegExp(expression, "iu"));
  },
);

test("every long expression is tried", () => {
  expect(said).toHaveLength(mourned.length);
});

test("the short words alone tell of no death", () => {
  for (const text of [
    "Goodbye to cold feet, and farewell to winter",
    "Nothing was lost, put it in the window",
    "Afscheid van de zomer, zonder spijt",
    "De verf is er niet meer",
  ])
    expect(readConcerns(text)).not.toContain("grief");
});
