import { setTimeout as sleep } from "node:timers/promises";

import type { Delivery } from "./delivery.ts";
import type { Run } from "./run.ts";

const [firstWaitMs, longestWaitMs] = [100, 2_000];

/**
 * Keeps what only we know for as long as the delivery is ours: a database that restarts, or a full
 * disk, is waited for. `work` must not mind that an earlier try was kept after all, though we were
 * told otherwise.
 */
export async function insist<Value>(
  { installation, isStopping }: Run,
  { leaseUntil, id }: Delivery,
  work: () => Promise<Value>,
): Promise<Value> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(2 * waitMs, longestWaitMs)) {
    try {
      return await work();
    } catch (error) {
      const end = installation.clock.now().getTime() + waitMs;
      if (isStopping() || !leaseUntil || end >= leaseUntil.getTime()) throw error;
      installation.log.warn({ deliveryId: id, error: String(error) }, "A step is not kept yet.");
      await sleep(waitMs);
    }
  }
}
