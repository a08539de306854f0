import { expect, test } from "vitest";

import { crosswalkOf } from "#lib/workspaces/replace-stages";
import { isForBoth, meaningOf, stageFor, templateStages } from "#lib/workspaces/stage";
import { faultIn, stageChoice, stagesUnder } from "#lib/workspaces/stage-choice";

let count = 0;
const making = { workspaceId: "w", newId: () => `new ${++count}` };
const fiveParts = templateStages("five-parts");

function own(...stages: readonly { id?: string; name?: string; meaning: string }[]) {
  return stageChoice.parse({ template: "own", stages });
}

test("a key says what its stage means", () => {
  expect(meaningOf("purchase-2")).toBe("purchase");
  expect(meaningOf("decision-desire")).toBe("decision");
  expect(meaningOf("away")).toBeUndefined();
  expect(meaningOf("purchases")).toBeUndefined();
});

test("evidence goes to the stage of that key, else to the first of its meaning, else to the nearest", () => {
  const stages = stagesUnder(
    own(
      { name: "Heard of us", meaning: "awareness" },
      { name: "Trial", meaning: "purchase" },
      { name: "Order", meaning: "purchase" },
    ),
    making,
    [],
  );
  expect(stages.map(({ key }) => key)).toEqual(["awareness", "purchase", "purchase-2"]);
  const nameFor = (key: string) => stageFor(key, stages)?.name;
  expect(nameFor("purchase-2")).toBe("Order");
  expect(nameFor("purchase")).toBe("Trial");
  expect(nameFor("purchase-7")).toBe("Trial");
  expect(nameFor("decision")).toBe("Trial");
  expect(nameFor("advocacy")).toBe("Trial");
  expect(nameFor("consideration")).toBe("Heard of us");
  expect(isForBoth({ key: "purchase-2" }, stages)).toBe(true);
});

test("a stage that stays is the same stage, whatever it is called and wherever it stands", () => {
  const stages = stagesUnder(
    own(
      { id: "advocacy", meaning: "advocacy" },
      { id: "awareness", name: "Strangers", meaning: "awareness" },
      { id: "purchase", name: "Wavering", meaning: "decision" },
    ),
    making,
    fiveParts,
  );
  expect(stages.map(({ id, key, name }) => [id, key, name])).toEqual([
    ["advocacy", "advocacy", null],
    ["awareness", "awareness", "Strangers"],
    ["purchase", "decision", "Wavering"],
  ]);
  const crosswalk = crosswalkOf(fiveParts, stages);
  expect(fiveParts.map(({ id }) => crosswalk.get(id)?.id)).toEqual([
    "awareness",
    "awareness",
    "purchase",
    "advocacy",
    "advocacy",
  ]);
});

test("from AIDA and back, stages of the same meaning stay the same", () => {
  const aida = stagesUnder({ template: "aida" }, making, fiveParts);
  expect(aida.map(({ id, key }) => [id, key])).toEqual([
    ["awareness", "awareness-attention"],
    ["consideration", "consideration-interest"],
    [expect.stringMatching("new"), "decision-desire"],
    ["purchase", "purchase-action"],
  ]);
  const back = stagesUnder({ template: "five-parts" }, making, aida);
  expect(back.map(({ id }) => id).slice(0, 3)).toEqual(["awareness", "consideration", "purchase"]);
});

test.each([
  [own({ meaning: "purchase" }, { meaning: "purchase" }), "stage-needs-name"],
  [
    own({ name: "Zoë", meaning: "awareness" }, { name: "ZOE\u0308", meaning: "purchase" }),
    "stage-name-twice",
  ],
  [own({ id: "gone", meaning: "awareness" }, { meaning: "purchase" }), "no-such-stage"],
])("stages that cannot be: %#", (choice, refusal) => {
  expect(faultIn(choice, fiveParts)?.refusal).toBe(refusal);
});

test.each([
  [{ template: "own", stages: [{ meaning: "awareness" }] }],
  [{ template: "own", stages: Array.from({ length: 13 }, () => ({ meaning: "awareness" })) }],
  [{ template: "own", stages: [{ meaning: "away" }, { meaning: "purchase" }] }],
  [
    {
      template: "own",
      stages: [{ meaning: "awareness", name: "x".repeat(41) }, { meaning: "purchase" }],
    },
  ],
  [{ template: "none" }],
])("what is no choice of stages: %#", (choice) => {
  expect(stageChoice.safeParse(choice).success).toBe(false);
});
