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
  let timer: NodeJS.Timeout | undefined;
  let loop: PublisherLoop | undefined;
  /** The last repeated step, which may still be running when the publisher stops. */
  let latest: Promise<unknown> | undefined;
  const run = newRun(runtime, workerId, {
    isStopping: () => isStopping,
    hasRoom: () => loop?.hasRoom() ?? true,
  });

  async function begin(): Promise<Result<WorkerLease, "another-worker">> {
    await clock.compare();
    const lease = await registerWorker(runtime, workerId);
    if (!lease.ok) {
      runtime.log.warn(lease.detail, "Another worker runs on this database; waiting for it.");
      repeat(begin, retryMs);
    } else if (!isStopping) {
      await run.rollback.look();
      await rescueUnreadable(run);
      await rescueLost(run, lease.value.gone);
      if (isStopping) return lease;
      loop = new PublisherLoop(run);
      repeat(stayAlive, heartbeatTimeoutMs / 3);
    }
    return lease;
  }
  async function stayAlive(): Promise<unknown> {
    await clock.compare();
    if (await recordHeartbeat(runtime, workerId)) return repeat(stayAlive, heartbeatTimeoutMs / 3);
    await loop?.stop();
    return begin();
  }
  function repeat(work: () => Promise<unknown>, ms: number): void {
    if (isStopping) return;
    timer = setTimeout(() => {
      latest = work().catch(report);
    }, ms);
  }
  function report(error: unknown): void {
    runtime.log.error({ error: String(error) }, "The publisher tries again.");
    repeat(loop ? stayAlive : begin, retryMs);
  }

  const started = outsideTransaction(begin);
  started.catch(report);
  return {
    started,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await started.catch(() => {});
      await latest;
      const isAllBack = (await loop?.stop()) ?? true;
      // The worker stays registered while requests are in flight, so that the next start can tell that it is
      // gone.
      if (isAllBack) await leaveWorker(runtime, workerId);
    },
  };
}
