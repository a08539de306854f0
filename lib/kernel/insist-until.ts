import { setTimeout as sleep } from "node:timers/promises";

import type { Runtime } from "./context.ts";

const [firstWaitMs, longestWaitMs] = [100, 2_000];

interface Insistence {
  /** From then on it is no longer ours to save. */
  readonly until: Date;
  /** For the log: "A step", and whose. */
  readonly what: string;
  readonly about: Readonly<Record<string, string>>;
  readonly isStopping?: () => boolean;
}

/**
 * Saves what only we know: a database that restarts or is busy, or a full disk, is waited for. `save`
 * must not mind that an earlier try was kept after all, though we were told otherwise.
 */
export async function insistUntil<Value>(
  { clock, log }: Pick<Runtime, "clock" | "log">,
  { until, what, about, isStopping = () => false }: Insistence,
  save: () => Promise<Value>,
): Promise<Value> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(2 * waitMs, longestWaitMs)) {
    try {
      return await save();
    } catch (error) {
      if (isStopping() || clock.now().getTime() + waitMs >= until.getTime()) throw error;
      log.warn({ ...about, error: String(error) }, `${what} is not kept yet.`);
      await sleep(waitMs);
    }
  }
}
