import type { Context } from "../kernel/context.ts";
import { defaultJourneySettings } from "../workspaces/journey-settings.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { stageModel, type StageModel } from "./stage-model.ts";

export interface LoadedModel extends StageModel {
  /** The version of the workspace that the stages and rules belong to, or an older one. */
  readonly version: number;
}

/** Returns the model of the workspace's stages and rules. */
export async function loadStageModel(ctx: Context): Promise<LoadedModel> {
  // Read in this order: if the stages change in between, the version is too old and never too new.
  const { settings, version } = await showWorkspace(ctx);
  const stages = await listStages(ctx);
  return { ...stageModel(stages, settings.journey ?? defaultJourneySettings), version };
}
