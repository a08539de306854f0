import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { settle, type Settled } from "./repository.ts";

/**
 * Marks notifications as read for all users once somebody has taken care of their subject; no e-mail follows.
 */
export async function settleNotifications(ctx: Context, about: Settled): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.transact((tx) => settle(tx, ctx.workspaceId, about, ctx.clock.now()));
}
