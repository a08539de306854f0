import { countDead } from "../jobs/repository.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";

/** Returns the number of dead letters, which is part of the counts at “Needs you” and on Today. */
export async function countDeadLetters(ctx: Context): Promise<number> {
  requireRole(ctx, "viewer");
  return countDead(ctx.db, ctx.workspaceId);
}
