import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

import { forgetSignIns } from "./accounts/forget-sign-ins.ts";
import { makeOccurrences } from "./deliveries/make-occurrences.ts";
import { startCollector } from "./engagement/start-collector.ts";
import { startListening } from "./engagement/start-listening.ts";
import { performJobs } from "./event-handlers.ts";
import { startLoop, type Loop } from "./jobs/loop.ts";
import type { Runtime } from "./kernel/context.ts";
import type { RefusalDetail } from "./kernel/result.ts";
import { forgetUnusedVideos } from "./media/forget-unused-videos.ts";
import { sendDigests } from "./notifications/send-digests.ts";
import { startProjector } from "./projector/start-projector.ts";
import { startPublisher, type Publisher } from "./publisher/start-publisher.ts";
import { heartbeatTimeoutMs } from "./publisher/worker.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

export interface Worker {
  /** Finishes the current work, within a few seconds; the next start takes up the rest. */
  stop(): Promise<void>;
}

/** Thrown when another worker uses the database. `detail` has its host and process id. */
export class AnotherWorker extends Error {
  readonly code = "another-worker";
  readonly detail: RefusalDetail;
  constructor(detail: RefusalDetail) {
    super(`Process ${detail["process"]} on ${detail["host"]} works on this database.`);
    this.detail = detail;
  }
}

/**
 * Starts all scheduled work. `projecting` may run the projector elsewhere, so that this thread does not wait
 * for it. Throws `AnotherWorker` if the database allows only one worker and another one is running.
 */
export async function startWorker(
  runtime: Runtime,
  projecting: (runtime: Runtime) => Loop = startProjector,
): Promise<Worker> {
  const publisher = await takeLease(runtime);
  const projector = projecting(runtime);
  const collector = startCollector(runtime);
  const listening = startListening(runtime);
  const loops: Loop[] = [
    startLoop(
      runtime,
      { name: "Work after events", everyMs: 2 * second, afterCommitMs: 0 },
      (stopping) => performJobs(runtime, stopping),
    ),
    startLoop(runtime, { name: "Sending e-mail", everyMs: 5 * second }, (stopping) =>
      sendDigests(runtime, stopping),
    ),
    startLoop(runtime, { name: "Making recurring posts", everyMs: minute }, (stopping) =>
      makeOccurrences(runtime, stopping),
    ),
    startLoop(runtime, { name: "Taking pictures out of the bucket", everyMs: hour }, async () =>
      runtime.mediaShare?.tidy?.(),
    ),
    startLoop(runtime, { name: "Forgetting sign-ins", everyMs: hour }, () =>
      forgetSignIns(runtime),
    ),
    startLoop(runtime, { name: "Forgetting unused videos", everyMs: 6 * hour }, () =>
      forgetUnusedVideos(runtime),
    ),
  ];
  return {
    async stop() {
      await Promise.all(
        [publisher, projector, collector, listening, ...loops].map((part) => part.stop()),
      );
    },
  };
}

/**
 * Starts the publisher. A restarted container may find its own former registration, which looks like another
 * container with the same name, so it waits until a living worker would have reported.
 */
async function takeLease(runtime: Runtime): Promise<Publisher> {
  for (let waitedMs = 0; ; waitedMs += waitMs) {
    const publisher = startPublisher(runtime);
    const entered = await publisher.started;
    if (entered.ok) return publisher;
    await publisher.stop();
    const looksLikeUs =
      entered.detail["host"] === hostname() && entered.detail["process"] === process.pid;
    if (!looksLikeUs || waitedMs >= heartbeatTimeoutMs) throw new AnotherWorker(entered.detail);
    await sleep(waitMs);
  }
}

const waitMs = 2_000;
