import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { insertNewWorkspace } from "./create-workspace.ts";
import { removeSampleInput, type RemoveSampleInput } from "./input.ts";
import { listWorkspacesOf } from "./member-repository.ts";
import { requireRole } from "./require-role.ts";
import { countOnTheirWay, deleteWholeWorkspace } from "./whole-workspace-repository.ts";
import { lockWorkspace } from "./workspace-repository.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Deletes the sample workspace permanently, with its data and the users who are in no other workspace. An
 * owner without another workspace must give `ownName`: a new workspace with the sample's time zone is created
 * and returned.
 */
export async function removeSample(
  ctx: Context,
  input: RemoveSampleInput,
): Promise<
  Result<Workspace | null, "not-a-sample" | "needs-own-workspace" | "deliveries-under-way">
> {
  requireRole(ctx, "owner");
  const { ownName } = removeSampleInput.parse(input);
  return ctx.transact(async (tx) => {
    const sample = await lockWorkspace(tx, ctx.workspaceId);
    if (!sample.isSample) return refused("not-a-sample");
    if ((await countOnTheirWay(tx, sample.id)) > 0) return refused("deliveries-under-way");
    const own = await listWorkspacesOf(tx, ctx.actor.id);
    if (own.length < 2 && !ownName) return refused("needs-own-workspace");
    const made = ownName
      ? await insertNewWorkspace(tx, ctx, ctx.actor.id, {
          name: ownName,
          timeZone: sample.timeZone,
        })
      : null;
    await deleteWholeWorkspace(tx, sample.id, ctx.actor.id);
    await record(tx, ctx, "workspace.removed", sample.id, { name: sample.name });
    return ok(made);
  });
}
