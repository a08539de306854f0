import { expect, test } from "vitest";

import { matchingChoices } from "../../app/_components/primitives/matching-choices.ts";

const choices = [
  { value: "1", label: "Élodie's truien" },
  { value: "2", label: "Sjaals & mutsen" },
  { value: "3", label: "Sjaals voor kinderen" },
  { value: "4", label: "צעיפים" },
];

test.each([
  ["", ["1", "2", "3", "4"]],
  ["  ", ["1", "2", "3", "4"]],
  ["elodie’s", ["1"]],
  ["ELODIE", ["1"]],
  ["kinderen sjaal", ["3"]],
  ["צעיף", []],
  ["צעיפים", ["4"]],
  [".*", []],
])("%j is found among an account's boards", (words, found) => {
  expect(matchingChoices(choices, { words, chosen: "" }).map(({ value }) => value)).toEqual(found);
});

test("what is chosen stays in the list, whatever is looked for", () => {
  const found = matchingChoices(choices, { words: "mutsen", chosen: "1" });
  expect(found.map(({ value }) => value)).toEqual(["1", "2"]);
});
