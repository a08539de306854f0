import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";

import { backoffMs } from "../jobs/backoff.ts";
import { startLoop, type Loop } from "../jobs/loop.ts";
import type { Runtime } from "../kernel/context.ts";
import { hasPeople, hasWork } from "../projector/has-work.ts";

const second = 1_000;
const stopMs = 4 * second;
/** The thread ends after this idle time, because it takes memory. */
const longestIdleMs = 300 * second;
const idleLookMs = 30 * second;
/**
 * Size of the thread's young generation: the process may be limited to a smaller one, in which reading
 * thousands of rows at once causes many garbage collections.
 */
const youngMb = 48;
/** Changes by the passing of time alone are derived at least this often, even if no thread is running. */
const hour = 3_600 * second;
const failureLimits = { firstMs: second, longestMs: 60 * second };

/**
 * Runs the projector in a thread of its own, so that publishing and pages do not wait for it. The thread
 * starts with the first work and ends after five idle minutes; after a failure it is started again. The
 * progress is stored in the database.
 */
export function startProjectorThread(
  runtime: Runtime,
  { idleMs = longestIdleMs, startWorker = newWorker }: Settings = {},
): Loop {
  let thread: Thread | undefined;
  let failures = 0;
  let notBefore = 0;
  let workedAt = performance.now();
  let lookedAt = 0;
  // The first hourly run is due a minute after the start.
  let endedAt = performance.now() - hour + 60 * second;

  async function look(): Promise<void> {
    const now = performance.now();
    if (!thread) {
      if (now < notBefore) return;
      const isHourOver = now - endedAt > hour;
      if (!(await hasWork(runtime)) && !(isHourOver && (await hasPeople(runtime)))) return;
      workedAt = now;
      thread = begin();
      return;
    }
    thread.hurry();
    if (now - lookedAt < Math.min(idleLookMs, idleMs)) return;
    lookedAt = now;
    if (await hasWork(runtime)) workedAt = now;
    else if (now - workedAt > idleMs) await thread.end();
  }
  function ended(isFailure: boolean): void {
    thread = undefined;
    endedAt = performance.now();
    if (!isFailure) return;
    failures += 1;
    notBefore = endedAt + backoffMs(failures, failureLimits);
  }
  const begin = () =>
    startThread(runtime, startWorker(), { onReady: () => (failures = 0), onEnd: ended });

  const loop = startLoop(
    runtime,
    { name: "Having it derived", everyMs: 2 * second, afterCommitMs: 0 },
    look,
  );
  return {
    async stop() {
      await loop.stop();
      await thread?.end();
    },
  };
}

interface Settings {
  readonly idleMs?: number;
  readonly startWorker?: () => Worker;
}

function newWorker(): Worker {
  return new Worker(new URL("./projector-thread.ts", import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });
}

interface Thread {
  /** Tells the thread that there was a commit. */
  hurry(): void;
  end(): Promise<void>;
}

function startThread(
  { log }: Pick<Runtime, "log">,
  worker: Worker,
  { onReady, onEnd }: { onReady: () => void; onEnd: (isFailure: boolean) => void },
): Thread {
  let isAsked = false;
  worker.on("error", (error) => log.error({ error }, "The thread that derives failed."));
  worker.on("message", onReady);
  const ended = new Promise<void>((resolve) => {
    worker.on("exit", () => {
      onEnd(!isAsked);
      resolve();
    });
  });
  return {
    hurry: () => worker.postMessage("commit"),
    async end() {
      isAsked = true;
      worker.postMessage("stop");
      await Promise.race([ended, sleep(stopMs, undefined, { ref: false })]);
      await worker.terminate();
    },
  };
}
