import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { replaceStages } from "../workspaces/replace-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Workspace } from "../workspaces/workspace.ts";
import { startRebuild } from "./rebuild.ts";
import { moveToStages } from "./stages-repository.ts";

/**
 * Another template for the workspace's stages. Posts and choices by hand go to the stage that takes
 * the place of theirs; everything that is derived is made anew from the log.
 */
export async function changeStages(
  ctx: Context,
  { template }: { readonly template: Workspace["stageTemplate"] },
): Promise<Result<{ template: Workspace["stageTemplate"] }, never>> {
  requireRole(ctx, "manager");
  await ctx.transact(async (tx) => {
    const { crosswalk, version } = await replaceStages(tx, ctx, template);
    for (const [from, to] of crosswalk)
      if (from !== to.id) await moveToStages(tx, ctx.workspaceId, from, to.id);
    const fields = ["stageTemplate"];
    await record(tx, ctx, "workspace.changed", ctx.workspaceId, { fields, version });
  });
  await startRebuild(ctx);
  return ok({ template });
}
