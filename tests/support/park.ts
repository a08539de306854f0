import { applyEvent } from "#lib/deliveries/apply-event";
import { mostAttempts } from "#lib/deliveries/change";
import { lockDelivery } from "#lib/deliveries/repository";

import type { TestContext } from "./context.ts";
import { setDelivery } from "./set-delivery.ts";

/** Puts a delivery where only a person can say more: asked for as often as may be, and never seen. */
export async function park(ctx: TestContext, deliveryId: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await setDelivery(tx, deliveryId, {
      state: "reconciling",
      attempts: mostAttempts,
      ambiguousSends: 1,
    });
    const delivery = await lockDelivery(tx, ctx.workspaceId, deliveryId);
    await applyEvent(tx, ctx, delivery, { type: "reconcile", outcome: { kind: "absent" } });
  });
}
