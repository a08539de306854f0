import { loadStageModel } from "../journey/load-stage-model.ts";
import { stageModel } from "../journey/stage-model.ts";
import type { Context } from "../kernel/context.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { templateStages, type StageTemplate } from "../workspaces/stage.ts";
import { defaultSettings } from "../workspaces/workspace.ts";
import type { ReplaySetting } from "./replay-suggestion.ts";

/** Loads the workspace's stages, rules, time zone and settings, by which a log is replayed. */
export async function loadReplaySetting(ctx: Context): Promise<Omit<ReplaySetting, "now">> {
  const { timeZone, settings } = await showWorkspace(ctx);
  return { model: await loadStageModel(ctx), timeZone, settings };
}

/** Returns a template's stages with the default rules and settings, in UTC. */
export function templateReplaySetting(template: StageTemplate): Omit<ReplaySetting, "now"> {
  return {
    model: stageModel(templateStages(template)),
    timeZone: "UTC",
    settings: defaultSettings,
  };
}
