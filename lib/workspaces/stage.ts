import type { stages } from "./schema.ts";
import type { Workspace } from "./workspace.ts";

export type Stage = typeof stages.$inferSelect;

/** Meanings of stages: each has a colour, glyph, pattern and a name in every language. */
export const stageKeys = [
  "awareness",
  "consideration",
  "decision",
  "purchase",
  "retention",
  "advocacy",
] as const;

export type StageKey = (typeof stageKeys)[number];

/**
 * Returns the meaning in a stage's key: the key itself (`purchase`) or its beginning, if a template has its
 * own name (`purchase-action`) or the workspace has several stages of that meaning (`purchase-2`).
 */
export function meaningOf(key: string): StageKey | undefined {
  return stageKeys.find((meaning) => key === meaning || key.startsWith(`${meaning}-`));
}

interface TemplateStage {
  readonly key: string;
  readonly medianDwellDays: number;
  readonly isPostPurchase: boolean;
}

/** How many days people usually stay in the stage, and whether they have bought by then. */
const traits: Record<StageKey, Omit<TemplateStage, "key">> = {
  awareness: { medianDwellDays: 21, isPostPurchase: false },
  consideration: { medianDwellDays: 14, isPostPurchase: false },
  decision: { medianDwellDays: 7, isPostPurchase: false },
  purchase: { medianDwellDays: 14, isPostPurchase: true },
  retention: { medianDwellDays: 60, isPostPurchase: true },
  advocacy: { medianDwellDays: 60, isPostPurchase: true },
};

/** Returns a stage with this key and the properties of its meaning. */
export function stageOfKey(key: string): TemplateStage {
  return { key, ...traits[meaningOf(key) ?? "awareness"] };
}

/** Templates of the product; a workspace may also define its own stages (`own`). */
export const stageTemplateNames = [
  "five-parts",
  "canonical",
  "dictionary",
  "retail",
  "aida",
] as const satisfies readonly Workspace["stageTemplate"][];

export type StageTemplate = (typeof stageTemplateNames)[number];

/**
 * Stages in order of the journey. If a template lacks a stage, evidence for it counts to another one
 * (`stageFor`).
 */
export const stageTemplates: Record<StageTemplate, readonly TemplateStage[]> = {
  canonical: stageKeys.map(stageOfKey),
  dictionary: stagesOf("awareness", "consideration", "decision", "advocacy"),
  "five-parts": stagesOf("awareness", "consideration", "purchase", "retention", "advocacy"),
  retail: stagesOf("awareness", "consideration", "decision", "purchase", "retention"),
  aida: stagesOf(
    "awareness-attention",
    "consideration-interest",
    "decision-desire",
    "purchase-action",
  ),
};

function stagesOf(...keys: readonly string[]): TemplateStage[] {
  return keys.map(stageOfKey);
}

const namedKeys: ReadonlySet<string> = new Set(
  Object.values(stageTemplates).flatMap((stages) => stages.map(({ key }) => key)),
);

/** Whether the product has a name for a stage with this key, `stages.<key>.name`. */
export function hasOurName(key: string): boolean {
  return namedKeys.has(key);
}

/** Returns the stages of a template without a workspace; ids are the keys. */
export function templateStages(template: StageTemplate): Stage[] {
  return stageTemplates[template].map((stage, position) => ({
    ...stage,
    id: stage.key,
    workspaceId: "",
    name: null,
    position,
  }));
}

/** Whether the stage stands for both deciding and buying, because the other of the two does not exist. */
export function isForBoth(
  { key }: Pick<Stage, "key">,
  stages: readonly Pick<Stage, "key">[],
): boolean {
  const meaning = meaningOf(key);
  const other =
    meaning === "purchase" ? "decision" : meaning === "decision" ? "purchase" : undefined;
  return other !== undefined && !stages.some((stage) => meaningOf(stage.key) === other);
}

const substitutes: Record<StageKey, readonly StageKey[]> = {
  awareness: [],
  consideration: ["awareness"],
  decision: ["purchase", "consideration"],
  purchase: ["decision"],
  retention: ["advocacy", "purchase"],
  advocacy: ["retention", "purchase"],
};

/**
 * Returns the workspace's stage that evidence for `key` counts to: the one with this key, else the first of
 * the same meaning, else the nearest.
 */
export function stageFor<Known extends Pick<Stage, "key">>(
  key: string,
  stages: readonly Known[],
): Known | undefined {
  const itself = stages.find((stage) => stage.key === key);
  const meaning = meaningOf(key);
  if (itself || !meaning) return itself ?? stages[0];
  for (const candidate of [meaning, ...substitutes[meaning]]) {
    const found = stages.find((stage) => meaningOf(stage.key) === candidate);
    if (found) return found;
  }
  return stages[0];
}
