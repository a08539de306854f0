import type { Context } from "../kernel/context.ts";
import { defaultJourneySettings } from "../workspaces/journey-settings.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { stageModel, type StageModel } from "./stage-model.ts";

/** The workspace's stages and rules, ready to read journeys with. */
export async function loadStageModel(ctx: Context): Promise<StageModel> {
  const [stages, { settings }] = await Promise.all([listStages(ctx), showWorkspace(ctx)]);
  return stageModel(stages, settings.journey ?? defaultJourneySettings);
}
