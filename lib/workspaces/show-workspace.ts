import type { Db } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "./require-role.ts";
import { findWorkspace } from "./workspace-repository.ts";
import type { Workspace } from "./workspace.ts";

export async function showWorkspace(ctx: Context): Promise<Workspace> {
  requireRole(ctx, "viewer");
  return findWorkspace(ctx.db, ctx.workspaceId);
}

/** Returns the current version of the workspace's settings; also works within a transaction. */
export async function readVersion(
  db: Db,
  { workspaceId }: Pick<Context, "workspaceId">,
): Promise<number> {
  return (await findWorkspace(db, workspaceId)).version;
}
