import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { freePort } from "../support/postgres-server.ts";

/**
 * `start [RUNS] [IDLE-SECONDS]`: a start in a new data directory, its first page, the memory of the
 * server's process then and after a minute of nothing, and a second start in the same place. The
 * pages are built and the packages are there. Linux only.
 */
export async function bench([runs = "3", idleSeconds = "60"]: readonly string[]): Promise<
  object[]
> {
  await (await start(mkdtempSync(join(tmpdir(), "shoutloop-start-")))).stop();
  const rows: object[] = [];
  for (let run = 0; run < Number(runs); run += 1) rows.push(await measure(Number(idleSeconds)));
  return rows;
}

async function measure(idleSeconds: number): Promise<object> {
  const dataDir = mkdtempSync(join(tmpdir(), "shoutloop-start-"));
  const fresh = await start(dataDir);
  const page = await visit(fresh.address);
  const afterPage = residentMegabytes(fresh.server);
  await sleep(idleSeconds * 1_000);
  const idle = residentMegabytes(fresh.server);
  const launcher = residentMegabytes(fresh.launcher);
  await fresh.stop();
  const second = await start(dataDir);
  await second.stop();
  rmSync(dataDir, { recursive: true });
  return {
    "fresh start s": fresh.seconds,
    "second start s": second.seconds,
    "first page s": page.seconds,
    "script kB": page.scriptKilobytes,
    "after first page MB": afterPage,
    "idle MB": idle,
    "launcher MB": launcher,
  };
}

async function start(dataDir: string) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ["lib/runtime/launch.js", "start"], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: "", LANG: "C" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await untilReady(child);
  const launcher = child.pid ?? 0;
  return {
    seconds: secondsSince(began),
    address: `http://127.0.0.1:${port}`,
    launcher,
    server: Number(readFileSync(`/proc/${launcher}/task/${launcher}/children`, "utf8").trim()),
    async stop() {
      child.kill("SIGTERM");
      await once(child, "close");
    },
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk) => {
      said += String(chunk);
      if (said.includes("Shoutloop is ready")) resolve();
    });
    child.once("close", () => reject(new Error(`It ended before it was ready:\n${said}`)));
  });
}

/** The page that a fresh installation begins with, and how much script a browser loads for it, as sent. */
async function visit(address: string) {
  const began = performance.now();
  const page = await (await fetch(address)).text();
  const seconds = secondsSince(began);
  const scripts = new Set(
    Array.from(page.matchAll(/<script[^>]* src="([^"]+)"/g), ([, src]) => src),
  );
  const sizes = await Promise.all(
    Array.from(scripts, async (src) => (await (await fetch(`${address}${src}`)).bytes()).length),
  );
  const bytes = sizes.reduce((all, one) => all + one, 0);
  return { seconds, scriptKilobytes: Math.round(bytes / 1_000) };
}

function residentMegabytes(processId: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${processId}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1_024);
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 100) / 10;
}
