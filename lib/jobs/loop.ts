import { setTimeout as sleep } from "node:timers/promises";

import { outsideTransaction } from "../db/store.ts";
import type { Runtime } from "../kernel/context.ts";
import { backoffMs } from "./backoff.ts";

export interface Loop {
  /**
   * Waits for the current round, at most four seconds. Rows that it leaves claimed are free once their leases
   * expire.
   */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** Name in log messages. */
  readonly name: string;
  readonly everyMs: number;
  /**
   * Also runs after commits of any process, this long after the first commit. Absent: only runs by the timer.
   */
  readonly afterCommitMs?: number;
  /** Returns the time until there is something to do, if known; called after every round. */
  readonly untilNextMs?: () => Promise<number>;
}

const stopMs = 4_000;

/**
 * Runs `work` at once and then every `everyMs`, never two rounds at a time. A failed round is logged and
 * followed by a growing backoff, which commits do not shorten; the next successful round ends it.
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
  /** Runs one round and returns the wait until the next, in milliseconds. */
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

/**
 * Backoff of a failing loop. The first wait is a sixtieth of `everyMs` (a minute for an hourly loop), but at
 * least a second; the longest is `everyMs`, or 30 seconds if that is longer.
 */
function retryLimits(everyMs: number) {
  return {
    firstMs: Math.min(Math.max(everyMs / 60, 1_000), everyMs),
    longestMs: Math.max(everyMs, 30_000),
  };
}
