import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listAttemptsOf } from "./attempt-repository.ts";
import type { Delivery } from "./delivery.ts";
import type { DeliveryWithAttempts } from "./show-delivery.ts";

/** Deliveries, each with everything that was tried with it. */
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
