import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { freePort } from "../../support/postgres-server.ts";

export interface RedisServer {
  readonly url: string;
  readonly processId: number;
  readonly empty: () => void;
  readonly stop: () => Promise<void>;
}

/** The machine's own Redis on a free loopback port, appending every second; undefined where there is none. */
export async function startRedis(): Promise<RedisServer | undefined> {
  if (spawnSync("redis-server", ["--version"]).error) return undefined;
  const port = String(await freePort());
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-redis-"));
  const settings = {
    port,
    bind: "127.0.0.1",
    dir: folder,
    save: "",
    appendonly: "yes",
    appendfsync: "everysec",
  };
  const child = spawn(
    "redis-server",
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    { stdio: "ignore" },
  );
  const ask = (...words: string[]) => execFileSync("redis-cli", ["-p", port, ...words]).toString();
  for (let tries = 0; tries < 50; tries += 1) {
    await sleep(100);
    if (spawnSync("redis-cli", ["-p", port, "ping"]).stdout.toString().startsWith("PONG")) break;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    processId: child.pid ?? 0,
    empty: () => void ask("flushall"),
    async stop() {
      child.kill();
      await new Promise((resolve) => child.once("exit", resolve));
      rmSync(join(folder), { recursive: true, force: true });
    },
  };
}
