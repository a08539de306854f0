import type { z } from "zod";

import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { replaceStages } from "../workspaces/replace-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { changeStagesInput, type StagesRefusal } from "../workspaces/stage-choice.ts";
import type { Workspace } from "../workspaces/workspace.ts";
import { markRebuild } from "./rebuild.ts";
import { moveToStages } from "./stages-repository.ts";

/**
 * Replaces the workspace's stages by a template's or its own. Posts and choices by hand move to the successor
 * of their stage. Starts a rebuild of everything derived.
 */
export async function changeStages(
  ctx: Context,
  input: z.input<typeof changeStagesInput>,
): Promise<Result<{ template: Workspace["stageTemplate"] }, StagesRefusal | "changed-since">> {
  requireRole(ctx, "manager");
  const change = changeStagesInput.parse(input);
  return allOrNothing(ctx, async (tx) => {
    const replaced = await replaceStages(tx, ctx, change);
    if (!replaced.ok) return replaced;
    for (const [from, to] of replaced.value)
      if (from !== to.id) await moveToStages(tx, ctx.workspaceId, from, to.id);
    await markRebuild(tx, ctx);
    return ok({ template: change.choice.template });
  });
}
