import type { Tx } from "../db/store.ts";
import { applyEvents, applySearchFirst } from "../deliveries/apply-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { record } from "../events/record.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import { insertSafeMode, lockForgotten } from "./safe-mode-repository.ts";
import type { SafeMode } from "./safe-mode.ts";

/**
 * The database knows nothing of what happened after `since`: it was put back, or lost its last
 * hours. Whatever was due may be out already, so the network is asked and, where it does not show
 * the post, a person; nothing of it is sent by itself. What is planned for later is looked for in
 * its time, and then goes out.
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
