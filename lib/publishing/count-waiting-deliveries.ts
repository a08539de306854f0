import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { countWaiting } from "./repository.ts";

/** How many deliveries are still to leave, by account id: what disconnecting would cancel. */
export async function countWaitingDeliveries(ctx: Context): Promise<ReadonlyMap<string, number>> {
  requireRole(ctx, "viewer");
  return countWaiting(ctx.db, ctx.workspaceId);
}
