import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startWorker } from "./publish/start-worker.ts";
import {
  emptyStore,
  installQueues,
  startServers,
  type Contender,
  type Servers,
} from "./publish/stores.ts";

const jobs = 20_000;
const alertAfterMs = 120_000;

const contenders: readonly Contender[] = [
  { name: "shoutloop", module: "./ours.ts", settings: "as-shipped", store: "postgres" },
  {
    name: "graphile-worker",
    module: "../queues/graphile-worker.js",
    settings: "tuned",
    store: "postgres",
  },
];

/** 20,000 jobs on one PostgreSQL through one, two and three workers: how many a second, and none of them twice. */
export async function bench(): Promise<object[]> {
  installQueues();
  const servers = await startServers();
  try {
    const rows: object[] = [];
    for (const count of [1, 2, 3])
      for (const contender of contenders) rows.push(await share(contender, count, servers));
    return rows;
  } finally {
    await servers.stop();
  }
}

async function share(contender: Contender, count: number, servers: Servers): Promise<object> {
  const place = await emptyStore(contender, servers);
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-workers-"));
  const truth = join(folder, "accepted");
  const start = (some: number) =>
    startWorker(contender, place.url, { truth, jobs: some, answerMs: 0 });
  // The first schedules everything; the others are there when it begins.
  const others = Array.from({ length: count - 1 }, () => start(0));
  for (const other of others) await other.until(() => !Number.isNaN(other.readyAt), alertAfterMs);
  const first = start(jobs);
  const workers = [first, ...others];
  await first.until(() => workers.some(({ begunAt }) => begunAt !== undefined), alertAfterMs);
  const begunAt = Date.now();
  const isDone = await first.until(() => first.remaining === 0, alertAfterMs);
  const seconds = (Date.now() - begunAt) / 1_000;
  for (const { child } of workers) child.kill("SIGKILL");
  const accepted = readFileSync(truth, "utf8").trim().split("\n");
  rmSync(folder, { recursive: true, force: true });
  return {
    queue: contender.name,
    workers: count,
    "jobs/s": Math.round(accepted.length / seconds),
    "share of the busiest": Math.max(...workers.map((one) => one.begun.length)) / accepted.length,
    twice: accepted.length - new Set(accepted).size,
    left: isDone ? 0 : jobs - accepted.length,
  };
}
