import type { Context } from "../kernel/context.ts";
import { defaultJourneySettings } from "../workspaces/journey-settings.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { stageModel, type StageModel } from "./stage-model.ts";

export interface LoadedModel extends StageModel {
  /** Of the workspace whose stages and rules these are, or an older one. */
  readonly version: number;
}

/** The workspace's stages and rules, ready to read journeys with. */
export async function loadStageModel(ctx: Context): Promise<LoadedModel> {
  // In this order: stages that are changed in between make the version an older one, never a newer.
  const { settings, version } = await showWorkspace(ctx);
  const stages = await listStages(ctx);
  return { ...stageModel(stages, settings.journey ?? defaultJourneySettings), version };
}
