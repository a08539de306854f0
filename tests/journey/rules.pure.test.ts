import { expect, test } from "vitest";

import { locales } from "#lib/i18n/locale";
import { translatorFor } from "#lib/i18n/translator";
import { ownRuleInput, ruleInput } from "#lib/journey/rule-input";
import { ruleInWords } from "#lib/journey/rule-sentence";
import { ruleTypes } from "#lib/journey/rule-types";
import { rules } from "#lib/journey/rules";
import { ruleConditions, strengths } from "#lib/workspaces/journey-settings";

const rule = { stage: "decision", strength: "strong", advocacyWeight: "2,5", halfLifeDays: "30" };
const own = { ...rule, name: "Fair", type: "any", condition: "words", value: "wool fair" };

test("numbers are read as people type them", () => {
  expect(ruleInput.parse(rule)).toMatchObject({ advocacyWeight: 2.5, halfLifeDays: 30 });
});

test.each([
  [{ ...own, stage: "heaven" }, "stage"],
  [{ ...own, strength: "huge" }, "strength"],
  [{ ...own, advocacyWeight: "" }, "advocacyWeight"],
  [{ ...own, advocacyWeight: 1e9 }, "advocacyWeight"],
  [{ ...own, advocacyWeight: "many" }, "advocacyWeight"],
  [{ ...own, halfLifeDays: 13 }, "halfLifeDays"],
  [{ ...own, halfLifeDays: 30.5 }, "halfLifeDays"],
  [{ ...own, name: " " }, "name"],
  [{ ...own, name: "a\u202Eb" }, "name"],
  [{ ...own, type: "stare" }, "type"],
  [{ ...own, condition: "moon" }, "condition"],
  [{ ...own, value: "  " }, "value"],
  [{ ...own, value: "x".repeat(81) }, "value"],
  [{ ...own, condition: "channel", value: "" }, "value"],
  [{ ...own, condition: "stars-at-least", value: "six" }, "value"],
  [{ ...own, condition: "stars-at-most", value: "0" }, "value"],
])("what cannot be used is named: %#", (input, field) => {
  const parsed = ownRuleInput.safeParse(input);
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});

test.each(locales)("every rule can be said in words: %s", (locale) => {
  const tell = translatorFor(locale);
  for (const [key, usual] of Object.entries(rules)) {
    const { sentence, score } = ruleInWords(key, usual, "STAGE", tell);
    expect(sentence + score).not.toMatch(/\{|rule-settings/);
    if (usual.stage !== "left" && usual.stage !== "nowhere") expect(sentence).toContain("STAGE");
  }
  for (const type of ruleTypes)
    for (const condition of ruleConditions)
      for (const strength of strengths) {
        const one = { ...ownRuleInput.parse({ ...own, type, strength }), condition, key: "own-1" };
        const { sentence, score } = ruleInWords("own-1", one, "STAGE", tell);
        expect(sentence + score).not.toMatch(/\{|rule-settings/);
      }
});

test("a rule reads as a sentence", () => {
  const tell = translatorFor("en");
  const asked = { ...ownRuleInput.parse({ ...own, type: "reply" }), key: "own-1" };
  expect(ruleInWords("own-1", asked, "Consideration", tell)).toEqual({
    sentence:
      "When somebody replies with the words “wool fair”, they are probably in Consideration: a strong sign.",
    score: "It adds 2.5 to their score; half of that is left after 30 days.",
  });
  expect(ruleInWords("own-1", { ...asked, isOff: true }, "Consideration", tell).sentence).toContain(
    "switched off",
  );
});
