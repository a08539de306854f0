import type { stages, workspaces } from "./schema.ts";

export type Stage = typeof stages.$inferSelect;
type StageTemplate = (typeof workspaces.$inferSelect)["stageTemplate"];

/** Keys of the product's own stages: each has a colour, glyph, pattern and a name in every language. */
export const stageKeys = [
  "awareness",
  "consideration",
  "decision",
  "purchase",
  "retention",
  "advocacy",
] as const;

export type StageKey = (typeof stageKeys)[number];

interface TemplateStage {
  readonly key: StageKey;
  readonly medianDwellDays: number;
  readonly isPostPurchase: boolean;
}

const awareness: TemplateStage = { key: "awareness", medianDwellDays: 21, isPostPurchase: false };
const consideration: TemplateStage = {
  key: "consideration",
  medianDwellDays: 14,
  isPostPurchase: false,
};
const decision: TemplateStage = { key: "decision", medianDwellDays: 7, isPostPurchase: false };
const purchase: TemplateStage = { key: "purchase", medianDwellDays: 14, isPostPurchase: true };
const retention: TemplateStage = { key: "retention", medianDwellDays: 60, isPostPurchase: true };
const advocacy: TemplateStage = { key: "advocacy", medianDwellDays: 60, isPostPurchase: true };

/** In order of the journey. Where a template lacks a stage, its neighbours take the evidence (`stageFor`). */
export const stageTemplateNames = [
  "five-parts",
  "canonical",
  "dictionary",
  "retail",
  "aida",
] as const satisfies readonly StageTemplate[];

export const stageTemplates: Record<StageTemplate, readonly TemplateStage[]> = {
  canonical: [awareness, consideration, decision, purchase, retention, advocacy],
  dictionary: [awareness, consideration, decision, advocacy],
  "five-parts": [awareness, consideration, purchase, retention, advocacy],
  retail: [awareness, consideration, decision, purchase, retention],
  aida: [awareness, consideration, decision, purchase],
};

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

/** Whether a stage stands for deciding and for having bought, since its template has none for one of them. */
export function isForBoth(
  { key }: Pick<Stage, "key">,
  stages: readonly Pick<Stage, "key">[],
): boolean {
  const other = key === "purchase" ? "decision" : key === "decision" ? "purchase" : undefined;
  return other !== undefined && !stages.some((stage) => stage.key === other);
}

const substitutes: Record<StageKey, readonly StageKey[]> = {
  awareness: [],
  consideration: ["awareness"],
  decision: ["purchase", "consideration"],
  purchase: ["decision"],
  retention: ["advocacy", "purchase"],
  advocacy: ["retention", "purchase"],
};

/** The workspace's stage that evidence for `key` counts to: itself, or the nearest that its template has. */
export function stageFor(key: StageKey, stages: readonly Stage[]): Stage | undefined {
  for (const candidate of [key, ...substitutes[key]]) {
    const found = stages.find((stage) => stage.key === candidate);
    if (found) return found;
  }
  return stages[0];
}
