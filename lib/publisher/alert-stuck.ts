import { applyEvent } from "../deliveries/apply-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { isAlertDue } from "../deliveries/retry-policy.ts";
import { systemContext } from "../kernel/context.ts";
import type { Run } from "./run.ts";
import { listStuck, lockStuck } from "./stuck-repository.ts";

/**
 * Notifies people of deliveries that stay in doubt, also while the network cannot be asked because of a limit
 * or an expired sign-in. The engine keeps asking.
 */
export async function alertStuck(run: Run): Promise<void> {
  const { db, clock, networks } = run.runtime;
  const isDue = (delivery: Delivery) =>
    isAlertDue(delivery, networks.get(delivery.network).outcome, clock.now());
  const due = (await listStuck(db)).filter(isDue);
  if (due.length === 0) return;
  await run.commit(async (tx) => {
    for (const { id } of due) {
      const delivery = await lockStuck(tx, id);
      if (!delivery || !isDue(delivery)) continue;
      const ctx = systemContext(run.runtime, delivery.workspaceId);
      await applyEvent(tx, ctx, delivery, { type: "alert" });
    }
  });
}
