import type { Context } from "../kernel/context.ts";
import { showRebuild } from "../projector/rebuild.ts";
import { defaultJourneySettings } from "../workspaces/journey-settings.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/** Returns the workspace's stages with the number of posts planned for each, and its periods of silence. */
export async function viewStagesSettings(ctx: Context) {
  requireRole(ctx, "viewer");
  const [{ name, settings, stageTemplate, version }, stages, rebuild] = await Promise.all([
    showWorkspace(ctx),
    listStages(ctx),
    showRebuild(ctx),
  ]);
  const { silenceDays, quietBuyerDays } = settings.journey ?? defaultJourneySettings;
  return {
    workspaceName: name,
    version,
    template: stageTemplate,
    canChange: ctx.actor.role === "owner" || ctx.actor.role === "manager",
    silenceDays,
    quietBuyerDays,
    rebuild,
    stages: stages.map(({ id, key, name: own }) => ({
      id,
      key,
      name: own,
      plan: settings.plan[key] ?? 0,
    })),
  };
}
