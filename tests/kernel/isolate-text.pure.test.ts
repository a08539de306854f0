import { expect, test } from "vitest";

import { isolateText, isolateValues } from "#lib/kernel/isolate-text";

test.each(["Zoë Ångström", "O’Proef", "李雷", "🧶", "", "12 %"])(
  "%j reads the same way as our sentences and stays as it is",
  (text) => expect(isolateText(text)).toBe(text),
);

test.each([
  ["שרה", "\u2068שרה\u2069"],
  ["محمد (Utrecht)", "\u2068محمد (Utrecht)\u2069"],
  ["ߒߞߏ", "\u2068ߒߞߏ\u2069"],
  ["𞤆𞤵𞤤𞤢𞤪", "\u2068𞤆𞤵𞤤𞤢𞤪\u2069"],
  ["\u200Fabc", "\u2068\u200Fabc\u2069"],
])("%j keeps its direction to itself", (text, isolated) =>
  expect(isolateText(text)).toBe(isolated),
);

test.each([
  ["an override that is left open", "Anna\u202Egnp.exe"],
  ["an embedding that is left open", "Anna\u202B1"],
  ["an isolate that is left open", "Anna\u2067abc"],
  ["a closing that would end ours, and an override after it", "Anna\u2069\u202E txet"],
])("%s does not reach beyond its text", (_name, text) => {
  const isolated = isolateText(text);
  expect(isolated.slice(1, -1)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  expect([isolated.at(0), isolated.at(-1)]).toEqual(["\u2068", "\u2069"]);
  expect(isolated).toContain("Anna");
});

test("of a sentence's values only texts are touched", () => {
  const at = new Date(0);
  const values = { name: "שרה", count: 3, at, words: () => "שרה" };
  expect(isolateValues(values)).toEqual({ ...values, name: "\u2068שרה\u2069" });
});
