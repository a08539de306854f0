import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { useOf } from "./publish/process-tree.ts";
import {
  emptyStore,
  installQueues,
  startServers,
  type Contender,
  type Place,
  type Servers,
} from "./publish/stores.ts";

const runOne = fileURLToPath(new URL("./publish/run-one.ts", import.meta.url));

const contenders: readonly Contender[] = [
  { name: "shoutloop", module: "./ours.ts", settings: "as-shipped", store: "sqlite" },
  { name: "shoutloop", module: "./ours.ts", settings: "as-shipped", store: "postgres" },
  {
    name: "graphile-worker",
    module: "../queues/graphile-worker.js",
    settings: "as-shipped",
    store: "postgres",
  },
  {
    name: "graphile-worker",
    module: "../queues/graphile-worker.js",
    settings: "tuned",
    store: "postgres",
  },
  { name: "pg-boss", module: "../queues/pg-boss.js", settings: "as-shipped", store: "postgres" },
  { name: "pg-boss", module: "../queues/pg-boss.js", settings: "tuned", store: "postgres" },
  { name: "bullmq", module: "../queues/bullmq.js", settings: "as-shipped", store: "redis" },
  { name: "bullmq", module: "../queues/bullmq.js", settings: "tuned", store: "redis" },
];

/**
 * The same jobs through our publisher and through three job queues, one after the other in one run:
 * all due at one instant, then spread over a minute. `npm run bench -- publish small` is a look only, `ours` leaves out the others.
 * Ours does the whole of publishing (claim, durable intent, call, outcome, history, event); for the
 * queues a job is an empty function. Every store is durable as shipped; Redis appends every second.
 */
export async function bench(options: readonly string[]): Promise<object[]> {
  installQueues();
  const suffix = options.includes("small") ? "-small" : "";
  const racing = contenders.filter(({ name }) => !options.includes("ours") || name === "shoutloop");
  const servers = await startServers();
  try {
    const rows: object[] = [];
    for (const scenario of [`instant${suffix}`, `spread${suffix}`])
      for (const contender of racing) rows.push(await race(contender, scenario, servers));
    return rows;
  } finally {
    await servers.stop();
  }
}

async function race(contender: Contender, scenario: string, servers: Servers): Promise<object> {
  const row = {
    scenario,
    queue: contender.name,
    store: contender.store,
    settings: contender.settings,
  };
  if (contender.store === "redis" && !servers.redis)
    return { ...row, skipped: "redis-server is not installed" };
  const place = await emptyStore(contender, servers);
  try {
    return { ...row, ...(await run(contender, scenario, place)) };
  } finally {
    place.forget();
  }
}

async function run(
  { module, settings, store }: Contender,
  scenario: string,
  { url, server }: Place,
): Promise<object> {
  const child = spawn(process.execPath, [runOne, module, settings, scenario, url], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, DATABASE_URL: store === "postgres" ? url : "" },
  });
  let before = 0;
  let extra = {};
  let figures = {};
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('{"at":')) continue;
    const told = JSON.parse(line) as { at: string; figures?: object };
    if (told.at === "due" && server) before = useOf(server).cpuSeconds;
    if (told.at === "done") extra = serverUse(server, before);
    if (told.figures) figures = told.figures;
  }
  return { ...figures, ...extra };
}

function serverUse(server: number | undefined, before: number): object {
  if (!server) return { "server cpu s": 0, "server MB": 0, processes: 1 };
  const { cpuSeconds, megabytes, processes } = useOf(server);
  return {
    "server cpu s": Number((cpuSeconds - before).toFixed(2)),
    "server MB": Math.round(megabytes),
    processes: processes + 1,
  };
}
