import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { countUnreadOf } from "./repository.ts";

/** Returns the number of the user's unread notifications, shown at the bell. */
export async function countUnread(ctx: Context): Promise<number> {
  requireRole(ctx, "viewer");
  return countUnreadOf(ctx.db, ctx.workspaceId, ctx.actor.id);
}
