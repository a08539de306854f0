import { setTimeout as sleep } from "node:timers/promises";

import type { Runtime } from "../kernel/context.ts";
import { backoffMs } from "./backoff.ts";

const limits = { firstMs: 100, longestMs: 2_000 };

interface Retrying {
  /** Time limit, usually the end of the lease: after it, another worker may save the row. */
  readonly until: Date;
  /** Subject of the log message, for example "A step"; `about` identifies the row. */
  readonly what: string;
  readonly about: Readonly<Record<string, string>>;
  readonly isStopping?: () => boolean;
}

/**
 * Retries `save` while the database restarts, is busy or has a full disk, because only this process
 * knows what is to be saved. `save` may run again after a successful save that was reported as failed.
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
