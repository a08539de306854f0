import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Delivery } from "./delivery.ts";
import { countInStates, countWaiting, type DeliveryFilter, listOf } from "./repository.ts";

const toCome = ["scheduled", "claimed", "sending", "unknown", "reconciling"] as const;
const largestPage = 2_000;
const postsAtOnce = 500;
/** More than the deliveries of `postsAtOnce` posts can be. */
const everyOne = 1_000_000;

/**
 * Returns deliveries, latest planned first and the parts of one post in order. With `postIds` there is no
 * limit, because the status of a post depends on all its deliveries.
 */
export async function listDeliveries(
  ctx: Context,
  { limit = 200, postIds, ...filter }: Partial<DeliveryFilter> = {},
): Promise<Delivery[]> {
  requireRole(ctx, "viewer");
  if (postIds) {
    const found: Delivery[] = [];
    for (const ids of batchesOf(postIds, postsAtOnce))
      found.push(
        ...(await listOf(ctx.db, ctx.workspaceId, { ...filter, postIds: ids, limit: everyOne })),
      );
    return found;
  }
  return listOf(ctx.db, ctx.workspaceId, { ...filter, limit: Math.min(limit, largestPage) });
}

/** Returns the number of deliveries that are not settled yet and the planned time of the first one. */
export async function showToCome(
  ctx: Context,
): Promise<{ readonly count: number; readonly next: Date | undefined }> {
  requireRole(ctx, "viewer");
  const [count, first] = await Promise.all([
    countInStates(ctx.db, ctx.workspaceId, toCome),
    listOf(ctx.db, ctx.workspaceId, { states: toCome, oldestFirst: true, limit: 1 }),
  ]);
  return { count, next: first[0]?.plannedAt };
}

/** Returns the number of scheduled deliveries by account id, which disconnecting the account would cancel. */
export async function countWaitingDeliveries(ctx: Context): Promise<ReadonlyMap<string, number>> {
  requireRole(ctx, "viewer");
  return countWaiting(ctx.db, ctx.workspaceId);
}
