import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";

import { backoffMs } from "../jobs/backoff.ts";
import type { Loop } from "../jobs/loop.ts";
import type { Runtime } from "../kernel/context.ts";

const stopMs = 4_000;
const failureLimits = { firstMs: 1_000, longestMs: 60_000 };
/** Whoever lived so long has recovered. */
const wellAfterMs = 60_000;

/**
 * Derives on a thread of its own, so that neither what is published nor a page waits for it, however
 * much there is to derive. A thread that ends is started anew; where it was, the database knows.
 */
export function startProjectorThread({ log, onCommit }: Pick<Runtime, "log" | "onCommit">): Loop {
  let isStopping = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let ended = Promise.resolve();
  let thread = begin();

  function begin(): Worker {
    const begunAt = performance.now();
    const started = new Worker(new URL("./projector-thread.ts", import.meta.url));
    started.on("error", (error) => log.error({ error }, "The thread that derives failed."));
    ended = new Promise((resolve) => {
      started.on("exit", () => {
        resolve();
        if (isStopping) return;
        failures = performance.now() - begunAt > wellAfterMs ? 1 : failures + 1;
        timer = setTimeout(() => (thread = begin()), backoffMs(failures, failureLimits));
      });
    });
    return started;
  }

  // The file tells its other connections only when they look.
  const stopListening = onCommit(() => thread.postMessage("commit"));
  return {
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      stopListening();
      thread.postMessage("stop");
      await Promise.race([ended, sleep(stopMs, undefined, { ref: false })]);
      await thread.terminate();
    },
  };
}
