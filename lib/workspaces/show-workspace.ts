import type { Context } from "../kernel/context.ts";
import { requireRole } from "./require-role.ts";
import { findWorkspace } from "./workspace-repository.ts";
import type { Workspace } from "./workspace.ts";

export async function showWorkspace(ctx: Context): Promise<Workspace> {
  requireRole(ctx, "viewer");
  return findWorkspace(ctx.db, ctx.workspaceId);
}
