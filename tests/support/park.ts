import type { Delivery } from "#lib/publishing/delivery";
import { lockDelivery } from "#lib/publishing/repository";
import { saveChange } from "#lib/publishing/save-change";

import type { TestContext } from "./context.ts";

/** Puts a delivery where only a person can say more, as if the network had kept silent. */
export async function park(
  ctx: TestContext,
  deliveryId: string,
  over: Partial<Delivery> = {},
): Promise<void> {
  await ctx.transact(async (tx) => {
    const delivery = await lockDelivery(tx, ctx.workspaceId, deliveryId);
    const change = { state: "needs_person", reason: "still-unknown", ...over } as const;
    await saveChange(tx, ctx, delivery, change, { phase: "reconcile", outcome: "unknown" });
  });
}
