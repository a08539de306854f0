import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { NotificationSubject } from "./notification.ts";
import { listOf } from "./repository.ts";

/** Returns the user's notifications in this workspace, newest first. */
export async function listNotifications(
  ctx: Context,
  { limit = 100 }: { limit?: number } = {},
): Promise<NotificationSubject[]> {
  requireRole(ctx, "viewer");
  return listOf(ctx.db, ctx.workspaceId, ctx.actor.id, Math.min(limit, 500));
}
