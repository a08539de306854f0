import type { Context } from "../kernel/context.ts";
import { requireRole } from "./require-role.ts";
import type { Stage } from "./stage.ts";
import { findStages } from "./workspace-repository.ts";

/** Returns the workspace's stages in order of the journey. */
export async function listStages(ctx: Context): Promise<Stage[]> {
  requireRole(ctx, "viewer");
  return findStages(ctx.db, ctx.workspaceId);
}
