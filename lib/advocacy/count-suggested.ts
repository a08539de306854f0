import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listSuggested } from "./repository.ts";

export async function countSuggested(ctx: Context): Promise<number> {
  requireRole(ctx, "viewer");
  return (await listSuggested(ctx.db, ctx.workspaceId)).length;
}
