import type { Context } from "../kernel/context.ts";
import { defaultDraftSettings } from "../workspaces/draft-settings.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/** Returns the settings for drafting shout-outs. */
export async function viewDraftSettings(ctx: Context) {
  requireRole(ctx, "viewer");
  const { settings, version } = await showWorkspace(ctx);
  return {
    version,
    canChange: ctx.actor.role === "owner" || ctx.actor.role === "manager",
    ...(settings.drafts ?? defaultDraftSettings),
  };
}
