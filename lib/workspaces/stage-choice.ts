import { z } from "zod";

import { foldText } from "../kernel/fold-text.ts";
import { stageName, version } from "./input.ts";
import {
  hasOurName,
  meaningOf,
  stageKeys,
  stageOfKey,
  stageTemplateNames,
  templateStages,
  type Stage,
} from "./stage.ts";

const ownStage = z.object({
  /** Id of an existing stage that is kept; absent: a new stage. */
  id: z.string().max(64).optional(),
  /** Empty: the product's name for the meaning. */
  name: stageName.default(""),
  meaning: z.enum(stageKeys),
});

/** A template of the product, or the workspace's own stages in order of the journey. */
export const stageChoice = z.discriminatedUnion("template", [
  z.object({ template: z.enum(stageTemplateNames) }),
  z.object({ template: z.literal("own"), stages: z.array(ownStage).min(2).max(12) }),
]);

export type StageChoice = z.output<typeof stageChoice>;

export const changeStagesInput = z.object({ version, choice: stageChoice });

type OwnStage = z.output<typeof ownStage>;

export type StagesRefusal = "stage-needs-name" | "stage-name-twice" | "no-such-stage";

/**
 * Returns why the stages cannot be used, with the name or meaning of the stage at fault; undefined if they
 * can.
 */
export function faultIn(
  choice: StageChoice,
  before: readonly Stage[],
): { readonly refusal: StagesRefusal; readonly stage: string } | undefined {
  if (choice.template !== "own") return undefined;
  const gone = choice.stages.find(({ id }) => id && !before.some((stage) => stage.id === id));
  if (gone) return { refusal: "no-such-stage", stage: gone.name || gone.meaning };
  const keys = keysFor(choice.stages, before);
  const nameless = choice.stages.find(({ name }, index) => !name && !hasOurName(keys[index] ?? ""));
  if (nameless) return { refusal: "stage-needs-name", stage: nameless.meaning };
  const names = choice.stages.map(({ name }) => foldText(name));
  const twice = choice.stages.find(
    ({ name }, index) => name && names.indexOf(foldText(name)) < index,
  );
  return twice ? { refusal: "stage-name-twice", stage: twice.name } : undefined;
}

/**
 * Returns the stages after the choice. Existing stages keep their id; a template's stages also keep names.
 */
export function stagesUnder(
  choice: StageChoice,
  { workspaceId, newId }: { readonly workspaceId: string; readonly newId: () => string },
  before: readonly Stage[],
): Stage[] {
  if (choice.template === "own") {
    const wanted = withIds(choice.stages, before);
    const keys = keysFor(wanted, before);
    return wanted.map(({ id, name }, position) => ({
      ...stageOfKey(keys[position] ?? ""),
      id: id ?? newId(),
      workspaceId,
      name: name || null,
      position,
    }));
  }
  const left = new Set(before);
  const take = (fits: (stage: Stage) => boolean) => {
    const found = [...left].find(fits);
    if (found) left.delete(found);
    return found;
  };
  const wanted = templateStages(choice.template);
  const same = new Map(wanted.map(({ key }) => [key, take((stage) => stage.key === key)]));
  return wanted.map((stage) => {
    const known = same.get(stage.key) ?? take(({ key }) => meaningOf(key) === meaningOf(stage.key));
    return { ...stage, workspaceId, id: known?.id ?? newId(), name: known?.name ?? null };
  });
}

/**
 * Gives new stages the id of an unused existing stage with the same name and meaning. They are the same stage
 * if the request is repeated because its answer was lost.
 */
function withIds(wanted: readonly OwnStage[], before: readonly Stage[]): readonly OwnStage[] {
  const named = new Set(wanted.map(({ id }) => id));
  return wanted.map((stage) => {
    if (stage.id !== undefined) return stage;
    const same = before.find(
      ({ id, key, name }) =>
        !named.has(id) &&
        (name ?? key) === (stage.name || stage.meaning) &&
        meaningOf(key) === stage.meaning,
    );
    return same ? { ...stage, id: same.id } : stage;
  });
}

/**
 * Returns the keys of the stages. A stage keeps its key while its meaning stays the same; a new one gets the
 * plain meaning as key or, if that is taken, a numbered one.
 */
function keysFor(wanted: readonly OwnStage[], before: readonly Stage[]): string[] {
  const kept = wanted.map(({ id, meaning }) => {
    const key = id === undefined ? undefined : before.find((stage) => stage.id === id)?.key;
    return key !== undefined && meaningOf(key) === meaning ? key : undefined;
  });
  const taken = new Set(kept);
  return wanted.map(({ meaning }, index) => {
    const known = kept[index];
    if (known !== undefined) return known;
    let key: string = meaning;
    for (let count = 2; taken.has(key); count++) key = `${meaning}-${count}`;
    taken.add(key);
    return key;
  });
}
