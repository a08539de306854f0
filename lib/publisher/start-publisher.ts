import { outsideTransaction } from "../db/store.ts";
import type { Runtime } from "../kernel/context.ts";
import type { Result } from "../kernel/result.ts";
import { agreedClock, type AgreedClock } from "./agreed-clock.ts";
import { PublisherLoop } from "./publisher-loop.ts";
import {
  leaveWorker,
  registerWorker,
  recordHeartbeat,
  type WorkerLease,
} from "./register-worker.ts";
import { rescueUnreadable, rescueLost } from "./rescue.ts";
import { newRun } from "./run.ts";
import { heartbeatTimeoutMs } from "./worker.ts";

const retryMs = 5_000;

export interface Publisher {
  /** The result of the first registration. If it was refused, registration is retried until `stop`. */
  readonly started: Promise<Result<WorkerLease, "another-worker">>;
  /** Waits at most four seconds for requests in flight; the next start takes up the rest. */
  stop(): Promise<void>;
}

export function startPublisher(runtime: Runtime): Publisher {
  const clock = agreedClock(runtime);
  return publisherOf({ ...runtime, clock }, clock);
}

function publisherOf(runtime: Runtime, clock: AgreedClock): Publisher {
  const workerId = runtime.newId();
  let isStopping = false;
  let loop: PublisherLoop | undefined;
  const steps = stepTimer(report);
  const run = newRun(runtime, workerId, {
    isStopping: () => isStopping,
    hasRoom: () => loop?.hasRoom() ?? true,
  });

  async function begin(): Promise<Result<WorkerLease, "another-worker">> {
    await clock.compare();
    const lease = await registerWorker(runtime, workerId);
    if (!lease.ok) {
      runtime.log.warn(lease.detail, "Another worker runs on this database; waiting for it.");
      steps.next(begin, retryMs);
    } else if (!isStopping) {
      await run.rollback.look();
      await rescueUnreadable(run);
      await rescueLost(run, lease.value.gone);
      if (isStopping) return lease;
      loop = new PublisherLoop(run);
      steps.next(stayAlive, heartbeatTimeoutMs / 3);
    }
    return lease;
  }
  async function stayAlive(): Promise<unknown> {
    await clock.compare();
    if (await recordHeartbeat(runtime, workerId))
      return steps.next(stayAlive, heartbeatTimeoutMs / 3);
    await loop?.stop();
    return begin();
  }
  function report(error: unknown): void {
    runtime.log.error({ error: String(error) }, "The publisher tries again.");
    steps.next(loop ? stayAlive : begin, retryMs);
  }

  const started = outsideTransaction(begin);
  started.catch(report);
  return {
    started,
    async stop() {
      isStopping = true;
      await steps.stop();
      await started.catch(() => {});
      const isAllBack = (await loop?.stop()) ?? true;
      // The worker stays registered while requests are in flight, so that the next start can tell that it is
      // gone.
      if (isAllBack) await leaveWorker(runtime, workerId);
    },
  };
}

/** Runs one step after a delay, the next one after that. `stop` waits for a step in progress. */
function stepTimer(onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let isStopped = false;
  return {
    next(step: () => Promise<unknown>, ms: number): void {
      if (isStopped) return;
      timer = setTimeout(() => {
        running = step().catch(onError);
      }, ms);
    },
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
