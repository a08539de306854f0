import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { startWorker, type BenchWorker } from "./publish/start-worker.ts";
import {
  emptyStore,
  installQueues,
  startServers,
  type Contender,
  type Servers,
} from "./publish/stores.ts";

const jobs = 200;
const answerMs = 1_000;
/** A queue that has not come back by then is said not to have. */
const alertAfterMs = 90_000;

const contenders: readonly Contender[] = [
  { name: "shoutloop", module: "./ours.ts", settings: "as-shipped", store: "sqlite" },
  { name: "shoutloop", module: "./ours.ts", settings: "as-shipped", store: "postgres" },
  { name: "bullmq", module: "../queues/bullmq.js", settings: "tuned", store: "redis" },
  {
    name: "graphile-worker",
    module: "../queues/graphile-worker.js",
    settings: "tuned",
    store: "postgres",
  },
  { name: "pg-boss", module: "../queues/pg-boss.js", settings: "tuned", store: "postgres" },
];

/**
 * A worker is killed with SIGKILL while requests are out (the network has them, their answers are
 * still to come) and started again at once: how long until it does anything, until everything is
 * settled, and how many jobs the network then has twice or not at all. `ours` leaves out the others.
 */
export async function bench(options: readonly string[]): Promise<object[]> {
  installQueues();
  const dying = contenders.filter(({ name }) => !options.includes("ours") || name === "shoutloop");
  const servers = await startServers();
  try {
    const rows: object[] = [];
    for (const contender of dying) rows.push(await crash(contender, servers));
    return rows;
  } finally {
    await servers.stop();
  }
}

async function crash(contender: Contender, servers: Servers): Promise<object> {
  const row = { queue: contender.name, store: contender.store };
  if (contender.store === "redis" && !servers.redis)
    return { ...row, skipped: "redis-server is not installed" };
  const place = await emptyStore(contender, servers);
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-recovery-"));
  const truth = join(folder, "accepted");
  try {
    const first = startWorker(contender, place.url, { truth, jobs, answerMs });
    await first.until(() => first.begun.length > 0, alertAfterMs);
    await sleep(300);
    first.child.kill("SIGKILL");
    const killedAt = Date.now();
    const second = startWorker(contender, place.url, { truth, jobs: 0, answerMs });
    const isSettled = await second.until(() => second.remaining === 0, alertAfterMs);
    const settledAt = Date.now();
    second.child.kill("SIGKILL");
    return {
      ...row,
      ...tally(truth),
      ...times(first, second, killedAt, isSettled ? settledAt : undefined),
    };
  } finally {
    place.forget();
    rmSync(folder, { recursive: true, force: true });
  }
}

function times(
  first: BenchWorker,
  second: BenchWorker,
  killedAt: number,
  settledAt: number | undefined,
): object {
  return {
    "out when killed": first.begun.length,
    "ready after ms": second.readyAt - killedAt,
    "first action after ms": (second.begunAt ?? settledAt ?? Number.NaN) - killedAt,
    "all settled after ms":
      settledAt === undefined ? `not in ${alertAfterMs}` : settledAt - killedAt,
  };
}

function tally(truth: string): object {
  const accepted = readFileSync(truth, "utf8").trim().split("\n");
  const distinct = new Set(accepted).size;
  return { twice: accepted.length - distinct, "never sent": jobs - distinct };
}
