import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listAttempts, listAttemptsOf } from "./attempt-repository.ts";
import type { Attempt, Delivery } from "./delivery.ts";
import { findDelivery } from "./repository.ts";

export interface DeliveryWithAttempts extends Delivery {
  /** Oldest first. */
  readonly history: readonly Attempt[];
}

/** Returns a delivery with its history. */
export async function showDelivery(
  ctx: Context,
  deliveryId: string,
): Promise<DeliveryWithAttempts> {
  requireRole(ctx, "viewer");
  const delivery = await findDelivery(ctx.db, ctx.workspaceId, deliveryId);
  return { ...delivery, history: await listAttempts(ctx.db, ctx.workspaceId, deliveryId) };
}

/** Returns the deliveries with their histories. */
export async function listHistories(
  ctx: Context,
  deliveries: readonly Delivery[],
): Promise<DeliveryWithAttempts[]> {
  requireRole(ctx, "viewer");
  const ids = deliveries.map(({ id }) => id);
  const attempts = await listAttemptsOf(ctx.db, ctx.workspaceId, ids);
  return deliveries.map((delivery) => ({
    ...delivery,
    history: attempts.filter(({ deliveryId }) => deliveryId === delivery.id),
  }));
}
