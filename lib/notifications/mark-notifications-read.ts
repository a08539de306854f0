import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { MarkReadInput } from "./input.ts";
import { markRead } from "./repository.ts";

/** Marks the user's notifications as read: all, or those in `ids`. Returns how many were unread. */
export async function markNotificationsRead(
  ctx: Context,
  { ids }: MarkReadInput,
): Promise<Result<{ count: number }, never>> {
  requireRole(ctx, "viewer");
  return ctx.transact(async (tx) => {
    const { workspaceId, actor } = ctx;
    const count = await markRead(tx, workspaceId, actor.id, { ids, at: ctx.clock.now() });
    if (count > 0) await record(tx, ctx, "notifications.read", actor.id, { count });
    return ok({ count });
  });
}
