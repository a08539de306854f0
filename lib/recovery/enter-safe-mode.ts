import type { Tx } from "../db/store.ts";
import { applyEvents, applySearchFirst } from "../deliveries/apply-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { record } from "../events/record.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import { insertSafeMode, lockForgotten } from "./safe-mode-repository.ts";
import type { SafeMode } from "./safe-mode.ts";

/**
 * Enters safe mode: the database has lost everything after `since`, because it was restored or failed over.
 * Deliveries that were due may be published already, so the network is asked, and then a person; none is sent
 * automatically. Deliveries planned for later are searched for when due, and sent if not found.
 */
export async function enterSafeMode(
  runtime: Runtime,
  since: Date,
  cause: SafeMode["cause"] = "restored",
): Promise<SafeMode> {
  return runtime.transact(async (tx) => {
    const enteredAt = runtime.clock.now();
    const forgotten = await lockForgotten(tx, enteredAt);
    await applyEvents(
      tx,
      forgotten.map((delivery) => ({
        delivery,
        event: { type: "restored" },
        ctx: systemContext(runtime, delivery.workspaceId),
      })),
    );
    await applySearchFirst(tx, enteredAt);
    const doubted = forgotten.length;
    const safeMode = { id: runtime.newId(), since, enteredAt, cause, doubted };
    await insertSafeMode(tx, safeMode);
    await recordSafeMode(tx, runtime, safeMode, forgotten);
    return safeMode;
  });
}

async function recordSafeMode(
  tx: Tx,
  runtime: Runtime,
  { id, since }: SafeMode,
  forgotten: readonly Delivery[],
): Promise<void> {
  for (const workspaceId of new Set(forgotten.map((delivery) => delivery.workspaceId)))
    await record(tx, systemContext(runtime, workspaceId), "safe-mode.entered", id, {
      since: since.toISOString(),
      deliveries: forgotten.filter((delivery) => delivery.workspaceId === workspaceId).length,
    });
}
