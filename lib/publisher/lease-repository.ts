import { and, eq } from "drizzle-orm";

import type { Tx } from "../db/store.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { deliveries } from "../deliveries/schema.ts";

/**
 * Extends the lease of a claimed delivery, which is still being prepared, and sets its reason. Returns false
 * if the lease was lost.
 */
export async function extendLease(
  tx: Tx,
  { workspaceId, id, fence, leaseOwner }: Delivery,
  change: Pick<Delivery, "leaseUntil" | "reason" | "reasonDetail">,
): Promise<boolean> {
  if (!leaseOwner) return false;
  const extended = await tx
    .update(deliveries)
    .set(change)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.id, id),
        eq(deliveries.fence, fence),
        eq(deliveries.state, "claimed"),
        eq(deliveries.leaseOwner, leaseOwner),
      ),
    )
    .returning({ id: deliveries.id });
  return extended.length > 0;
}
