import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, type Result } from "../kernel/result.ts";
import { changeWorkspaceInput, type ChangeWorkspaceInput } from "./input.ts";
import { requireRole } from "./require-role.ts";
import { findStages, lockWorkspace, renameStage, updateWorkspace } from "./workspace-repository.ts";
import { changedSettings, type Workspace } from "./workspace.ts";

/** Changes what is given and leaves the rest. The address of a workspace stays, so that links keep working. */
export async function changeWorkspace(
  ctx: Context,
  input: ChangeWorkspaceInput,
): Promise<Result<Workspace, never>> {
  requireRole(ctx, "manager");
  const { name, timeZone, settings, stageNames } = changeWorkspaceInput.parse(input);
  return ctx.transact(async (tx) => {
    const before = await lockWorkspace(tx, ctx.workspaceId);
    const change = {
      name: name ?? before.name,
      timeZone: timeZone ?? before.timeZone,
      settings: changedSettings(before.settings, settings ?? {}),
    };
    await updateWorkspace(tx, ctx.workspaceId, change);
    if (stageNames) await renameStages(tx, ctx, stageNames);
    const fields = Object.entries({ name, timeZone, ...settings, stageNames })
      .filter(([, value]) => value !== undefined)
      .map(([field]) => field);
    await record(tx, ctx, "workspace.changed", ctx.workspaceId, { fields });
    return ok({ ...before, ...change });
  });
}

async function renameStages(tx: Tx, ctx: Context, names: Readonly<Record<string, string>>) {
  const stages = await findStages(tx, ctx.workspaceId);
  for (const [stageId, name] of Object.entries(names)) {
    if (!stages.some((stage) => stage.id === stageId)) throw new NotFound("stage", stageId);
    await renameStage(tx, ctx.workspaceId, stageId, name || null);
  }
}
