import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { startPostgres, type PostgresServer } from "../../support/postgres-server.ts";
import { startRedis, type RedisServer } from "./redis-server.ts";

const others = fileURLToPath(new URL("../queues/", import.meta.url));

export interface Contender {
  readonly name: string;
  readonly module: string;
  readonly settings: "as-shipped" | "tuned";
  readonly store: "sqlite" | "postgres" | "redis";
}

/** The other queues are a package of their own, so that nobody else has to install them. */
export function installQueues(): void {
  if (existsSync(join(others, "node_modules/bullmq"))) return;
  execFileSync("npm", ["install", "--prefix", others, "--no-audit", "--no-fund"], {
    stdio: "inherit",
  });
}

export interface Servers {
  readonly postgres: PostgresServer;
  readonly redis: RedisServer | undefined;
  readonly stop: () => Promise<void>;
}

/** PostgreSQL as durable as it ships, and Redis where the machine has one. */
export async function startServers(): Promise<Servers> {
  const postgres = await startPostgres({ isDurable: true });
  const redis = await startRedis();
  return {
    postgres,
    redis,
    async stop() {
      await redis?.stop();
      await postgres.stop();
    },
  };
}

export interface Place {
  readonly url: string;
  /** Of the database server; absent where the queue is its own. */
  readonly server: number | undefined;
  readonly forget: () => void;
}

let databases = 0;

/** A database of its own for every run. */
export async function emptyStore(
  { store }: Pick<Contender, "store">,
  { postgres, redis }: Servers,
): Promise<Place> {
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
