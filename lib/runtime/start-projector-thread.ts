import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";

import { backoffMs } from "../jobs/backoff.ts";
import { startLoop, type Loop } from "../jobs/loop.ts";
import type { Runtime } from "../kernel/context.ts";
import { hasPeople, hasWork } from "../projector/has-work.ts";

const second = 1_000;
const stopMs = 4 * second;
/** The thread takes memory: who has nothing to do for so long goes. */
const longestIdleMs = 300 * second;
const idleLookMs = 30 * second;
/** The process may be told to keep its young generation small; who reads thousands of rows at once copies them again and again there. */
const youngMb = 48;
/** What time alone changes is looked at this often, thread or no thread. */
const hour = 3_600 * second;
const failureLimits = { firstMs: second, longestMs: 60 * second };

/**
 * Derives on a thread of its own, so that neither what is published nor a page waits for it, however
 * much there is to derive. The thread comes with the first work and goes when there is none for five
 * minutes; one that fails is started anew. Where it was, the database knows.
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
  // Looking at the clock's share can wait until the start is over.
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
  /** Somebody has written. */
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
