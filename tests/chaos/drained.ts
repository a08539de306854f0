import { sql } from "drizzle-orm";

import { deliveries } from "#lib/deliveries/schema";

import { pause } from "./fast-time.ts";
import type { Harness } from "./harness.ts";
import { isDrained } from "./judge.ts";

const lookMs = 250;

/** Waits until nothing more can happen without a person. False: something is stuck, or `isEnough` was true first. */
export async function drained(
  harness: Harness,
  { isEnough = () => false, stuckMs = 60_000 }: { isEnough?: () => boolean; stuckMs?: number } = {},
): Promise<boolean> {
  let before = "";
  let changedAt = performance.now();
  while (!isEnough()) {
    if (!harness.networks.isBusy() && (await isDrained(harness))) return true;
    const now = await fingerprint(harness);
    if (now !== before) changedAt = performance.now();
    else if (performance.now() - changedAt > stuckMs) return false;
    before = now;
    await pause(lookMs);
  }
  return false;
}

/** Changes with every step that anything takes. */
async function fingerprint({ ctx }: Harness): Promise<string> {
  const rows = await ctx.db
    .select({
      state: deliveries.state,
      count: sql<number>`count(*)`,
      fences: sql<number>`sum(${deliveries.fence})`,
    })
    .from(deliveries)
    .groupBy(deliveries.state)
    .orderBy(deliveries.state);
  return JSON.stringify(rows);
}
