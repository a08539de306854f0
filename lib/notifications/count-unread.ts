import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { countUnreadOf } from "./repository.ts";

/** How much this person has not read yet: the figure at the bell. */
export async function countUnread(ctx: Context): Promise<number> {
  requireRole(ctx, "viewer");
  return countUnreadOf(ctx.db, ctx.workspaceId, ctx.actor.id);
}
