import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Delivery } from "./delivery.ts";
import { type DeliveryFilter, countWaiting, listOf } from "./repository.ts";

const largestPage = 2_000;

/** Latest planned first; the parts of one post in order. */
export async function listDeliveries(
  ctx: Context,
  { limit = 200, ...filter }: Partial<DeliveryFilter> = {},
): Promise<Delivery[]> {
  requireRole(ctx, "viewer");
  return listOf(ctx.db, ctx.workspaceId, { ...filter, limit: Math.min(limit, largestPage) });
}

/** How many deliveries are still to leave, by account id: what disconnecting would cancel. */
export async function countWaitingDeliveries(ctx: Context): Promise<ReadonlyMap<string, number>> {
  requireRole(ctx, "viewer");
  return countWaiting(ctx.db, ctx.workspaceId);
}
