import type { Context } from "../kernel/context.ts";
import { listWorkspaces } from "../workspaces/list-workspaces.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/** Returns the workspace's settings, and whether this person may change them. */
export async function viewWorkspaceSettings(ctx: Context) {
  requireRole(ctx, "viewer");
  const [{ name, timeZone, settings, isSample, version }, all] = await Promise.all([
    showWorkspace(ctx),
    listWorkspaces(ctx, ctx.actor.id),
  ]);
  const isOwner = ctx.actor.role === "owner";
  return {
    version,
    name,
    timeZone,
    settings,
    isSample,
    isOwner,
    canChange: isOwner || ctx.actor.role === "manager",
    isLast: all.length < 2,
  };
}
