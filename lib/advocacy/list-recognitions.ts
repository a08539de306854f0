import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listRecognitionsOf } from "./evidence-repository.ts";
import type { Recognition } from "./shout-out.ts";

/** Returns the thank-yous to one person, newest first. */
export async function listRecognitions(ctx: Context, personId: string): Promise<Recognition[]> {
  requireRole(ctx, "viewer");
  return listRecognitionsOf(ctx.db, ctx.workspaceId, personId);
}
