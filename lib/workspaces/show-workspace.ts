import type { Db } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "./require-role.ts";
import { findWorkspace } from "./workspace-repository.ts";
import type { Workspace } from "./workspace.ts";

export async function showWorkspace(ctx: Context): Promise<Workspace> {
  requireRole(ctx, "viewer");
  return findWorkspace(ctx.db, ctx.workspaceId);
}

/** Which version of its settings holds, also within a transaction. */
export async function readVersion(
  db: Db,
  { workspaceId }: Pick<Context, "workspaceId">,
): Promise<number> {
  return (await findWorkspace(db, workspaceId)).version;
}
