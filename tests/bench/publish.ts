import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { startPostgres, type PostgresServer } from "../support/postgres-server.ts";
import { useOf } from "./publish/process-tree.ts";
import { startRedis, type RedisServer } from "./publish/redis-server.ts";

const others = fileURLToPath(new URL("./queues/", import.meta.url));
const runOne = fileURLToPath(new URL("./publish/run-one.ts", import.meta.url));

interface Contender {
  readonly name: string;
  readonly module: string;
  readonly settings: "as-shipped" | "tuned";
  readonly store: "sqlite" | "postgres" | "redis";
}

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
  const postgres = await startPostgres({ isDurable: true });
  const redis = await startRedis();
  try {
    const rows: object[] = [];
    for (const scenario of [`instant${suffix}`, `spread${suffix}`])
      for (const contender of racing)
        rows.push(await race(contender, scenario, { postgres, redis }));
    return rows;
  } finally {
    await redis?.stop();
    await postgres.stop();
  }
}

/** The other queues are a package of their own, so that nobody else has to install them. */
function installQueues(): void {
  if (existsSync(join(others, "node_modules/bullmq"))) return;
  execFileSync("npm", ["install", "--prefix", others, "--no-audit", "--no-fund"], {
    stdio: "inherit",
  });
}

interface Servers {
  readonly postgres: PostgresServer;
  readonly redis: RedisServer | undefined;
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

interface Place {
  readonly url: string;
  /** Of the database server; absent where the queue is its own. */
  readonly server: number | undefined;
  readonly forget: () => void;
}

let databases = 0;

async function emptyStore({ store }: Contender, { postgres, redis }: Servers): Promise<Place> {
  if (store === "postgres") {
    const name = `bench_${(databases += 1)}`;
    await postgres.createDatabase(name);
    return { url: postgres.urlOf(name), server: postgres.processId, forget() {} };
  }
  if (store === "redis" && redis) {
    redis.empty();
    return { url: redis.url, server: redis.processId, forget() {} };
  }
  const directory = mkdtempSync(join(tmpdir(), "shoutloop-bench-"));
  const forget = () => rmSync(directory, { recursive: true, force: true });
  return { url: join(directory, "bench.db"), server: undefined, forget };
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
