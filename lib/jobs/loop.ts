import { setTimeout as sleep } from "node:timers/promises";

import { outsideTransaction } from "../db/store.ts";
import type { Runtime } from "../kernel/context.ts";
import { backoffMs } from "./backoff.ts";

export interface Loop {
  /** Waits for the round under way, for at most four seconds; what it leaves, its leases give to the next start. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** For the log. */
  readonly name: string;
  readonly everyMs: number;
  /** Also runs after a commit of anybody, this long after the first of a burst. Absent: by the clock alone. */
  readonly afterCommitMs?: number;
  /** How long until there is something to do, where that can be known; asked after every round. */
  readonly untilNextMs?: () => Promise<number>;
}

const stopMs = 4_000;

/**
 * Does `work` now and again every `everyMs`, never two at once. A round that fails is logged, and
 * the next waits ever longer, also while commits come in; the first that works ends that.
 */
export function startLoop(
  { log, onCommit }: Pick<Runtime, "log" | "onCommit">,
  { name, everyMs, afterCommitMs, untilNextMs }: LoopOptions,
  work: (stopping: AbortSignal) => Promise<unknown>,
): Loop {
  const stopping = new AbortController();
  let failures = 0;
  let hasNews = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  function begin(): void {
    hasNews = false;
    running = outsideTransaction(round).then((waitMs) => {
      running = undefined;
      arm(hasNews && failures === 0 ? Math.min(waitMs, afterCommitMs ?? waitMs) : waitMs);
    });
  }
  /** Answers how long to wait for the next. */
  async function round(): Promise<number> {
    try {
      await work(stopping.signal);
      const waitMs = (await untilNextMs?.()) ?? everyMs;
      failures = 0;
      return Math.min(Math.max(waitMs, afterCommitMs ?? 0), everyMs);
    } catch (error) {
      failures += 1;
      if (!stopping.signal.aborted)
        log.error({ error, failures }, `${name} failed; it is tried again.`);
      return backoffMs(failures, retryLimits(everyMs));
    }
  }
  function arm(ms: number): void {
    clearTimeout(timer);
    if (!stopping.signal.aborted) timer = setTimeout(begin, ms);
  }
  function hurry(): void {
    if (hasNews) return;
    hasNews = true;
    if (!running && failures === 0) arm(afterCommitMs ?? 0);
  }

  const stopListening = afterCommitMs === undefined ? () => {} : onCommit(hurry);
  begin();
  async function end(): Promise<void> {
    stopping.abort();
    stopListening();
    clearTimeout(timer);
    await Promise.race([running, sleep(stopMs, undefined, { ref: false })]);
  }
  let ended: Promise<void> | undefined;
  return { stop: () => (ended ??= end()) };
}

/** What runs every hour is tried again after a minute, and whatever runs at least every half minute. */
function retryLimits(everyMs: number) {
  return {
    firstMs: Math.min(Math.max(everyMs / 60, 1_000), everyMs),
    longestMs: Math.max(everyMs, 30_000),
  };
}
