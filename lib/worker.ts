import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

import { forgetSignIns } from "./accounts/forget-sign-ins.ts";
import { suggestShoutOuts } from "./advocacy/suggest-shout-outs.ts";
import { startCollector } from "./engagement/start-collector.ts";
import { startListening } from "./engagement/start-listening.ts";
import { lapseQuietPeople } from "./journey/lapse-quiet-people.ts";
import { systemContext, type Installation } from "./kernel/context.ts";
import { repeat, type Repeated } from "./kernel/repeat.ts";
import type { RefusalDetail } from "./kernel/result.ts";
import { sendLetters } from "./notifications/send-letters.ts";
import { startPublisher, type Publisher } from "./publishing/start-publisher.ts";
import { unseenMs } from "./publishing/worker.ts";
import { answerPending } from "./reactions.ts";
import { listWorkspaceIds } from "./workspaces/list-workspace-ids.ts";

const minute = 60_000;
const hour = 60 * minute;

export interface Worker {
  /** Finishes what is under way (at most some seconds) and leaves the rest for the next start. */
  stop(): Promise<void>;
}

/** `detail` names the machine and process that has the database. */
export class AnotherWorker extends Error {
  readonly code = "another-worker";
  readonly detail: RefusalDetail;
  constructor(detail: RefusalDetail) {
    super(`Process ${detail["process"]} on ${detail["host"]} works on this database.`);
    this.detail = detail;
  }
}

/**
 * Everything that runs by the clock, on one page. Throws where the store allows one worker only
 * and another one has it.
 */
export async function startWorker(installation: Installation): Promise<Worker> {
  const publisher = await takeSeat(installation);
  const collector = startCollector(installation);
  const listening = startListening(installation);
  const repeated: Repeated[] = [
    repeat(installation, "reactions", 2_000, () => answerPending(installation), {
      wakeOnCommit: true,
    }),
    repeat(installation, "letters", 5_000, () => sendLetters(installation)),
    repeat(installation, "quiet people", hour, () => lapseQuietPeople(installation)),
    repeat(installation, "abandoned sign-ins", hour, () => forgetSignIns(installation)),
    repeat(installation, "shout-outs", hour, () => suggestEverywhere(installation)),
  ];
  return {
    async stop() {
      await Promise.all([publisher, collector, listening, ...repeated].map((part) => part.stop()));
    },
  };
}

/**
 * A container that was killed and started anew meets its own earlier life, which cannot be told
 * from another container of the same name: it waits as long as one that lives would take to show it.
 */
async function takeSeat(installation: Installation): Promise<Publisher> {
  for (let waitedMs = 0; ; waitedMs += waitMs) {
    const publisher = startPublisher(installation);
    const seat = await publisher.started;
    if (seat.ok) return publisher;
    await publisher.stop();
    const looksLikeUs =
      seat.detail["host"] === hostname() && seat.detail["process"] === process.pid;
    if (!looksLikeUs || waitedMs >= unseenMs) throw new AnotherWorker(seat.detail);
    await sleep(waitMs);
  }
}

const waitMs = 2_000;

async function suggestEverywhere(installation: Installation): Promise<void> {
  for (const workspaceId of await listWorkspaceIds(installation))
    await suggestShoutOuts(systemContext(installation, workspaceId));
}
