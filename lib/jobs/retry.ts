import { setTimeout as sleep } from "node:timers/promises";

import type { Runtime } from "../kernel/context.ts";
import { backoffMs } from "./backoff.ts";

const limits = { firstMs: 100, longestMs: 2_000 };

interface Retrying {
  /** From then on it is no longer ours to save. */
  readonly until: Date;
  /** For the log: "A step", and whose. */
  readonly what: string;
  readonly about: Readonly<Record<string, string>>;
  readonly isStopping?: () => boolean;
}

/**
 * Saves what only we know: a database that restarts or is busy, or a full disk, is waited for. `save`
 * must not mind that an earlier try was saved after all, though we were told otherwise.
 */
export async function retryUntil<Value>(
  { clock, log }: Pick<Runtime, "clock" | "log">,
  { until, what, about, isStopping = () => false }: Retrying,
  save: () => Promise<Value>,
): Promise<Value> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await save();
    } catch (error) {
      const waitMs = backoffMs(failures, limits);
      if (isStopping() || clock.now().getTime() + waitMs >= until.getTime()) throw error;
      log.warn({ ...about, error: String(error) }, `${what} is not saved yet.`);
      await sleep(waitMs);
    }
  }
}
