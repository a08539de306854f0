import type { stages } from "./schema.ts";
import type { Workspace } from "./workspace.ts";

export type Stage = typeof stages.$inferSelect;

/** What stages can mean: each has a colour, glyph, pattern and a name in every language. */
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
 * What a stage means, as its key says: the meaning itself (`purchase`), or with more behind it where a
 * template has a name of its own (`purchase-action`) or a workspace has several (`purchase-2`).
 */
export function meaningOf(key: string): StageKey | undefined {
  return stageKeys.find((meaning) => key === meaning || key.startsWith(`${meaning}-`));
}

interface TemplateStage {
  readonly key: string;
  readonly medianDwellDays: number;
  readonly isPostPurchase: boolean;
}

/** How long people usually stay, and whether they bought by then. */
const traits: Record<StageKey, Omit<TemplateStage, "key">> = {
  awareness: { medianDwellDays: 21, isPostPurchase: false },
  consideration: { medianDwellDays: 14, isPostPurchase: false },
  decision: { medianDwellDays: 7, isPostPurchase: false },
  purchase: { medianDwellDays: 14, isPostPurchase: true },
  retention: { medianDwellDays: 60, isPostPurchase: true },
  advocacy: { medianDwellDays: 60, isPostPurchase: true },
};

/** A stage of that key with what its meaning brings along. */
export function stageOfKey(key: string): TemplateStage {
  return { key, ...traits[meaningOf(key) ?? "awareness"] };
}

/** Those that the product brings; a workspace may also put its own together (`own`). */
export const stageTemplateNames = [
  "five-parts",
  "canonical",
  "dictionary",
  "retail",
  "aida",
] as const satisfies readonly Workspace["stageTemplate"][];

export type StageTemplate = (typeof stageTemplateNames)[number];

/** In order of the journey. Where a template lacks a stage, its neighbours take the evidence (`stageFor`). */
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

/** Whether there is a name in every language for a stage of this key: `stages.<key>.name`. */
export function hasOurName(key: string): boolean {
  return namedKeys.has(key);
}

/** The stages of a template, before any workspace has them. */
export function templateStages(template: StageTemplate): Stage[] {
  return stageTemplates[template].map((stage, position) => ({
    ...stage,
    id: stage.key,
    workspaceId: "",
    name: null,
    position,
  }));
}

/** Whether a stage stands for deciding and for having bought, since there is none for one of them. */
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
 * The workspace's stage that evidence for `key` counts to: itself, or the first of the same meaning, or
 * the nearest that there is.
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
