import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { inject } from "vitest";

import { freePort } from "../support/postgres-server.ts";

export interface Product {
  readonly address: string;
  readonly dataDir: string;
  /** Ends it and leaves its data directory where it is. */
  readonly end: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

/** The product as a person starts it, with a data directory and a port of its own. `more`: settings beside those. */
export async function startProduct(
  command: "start" | "demo",
  more: Readonly<Record<string, string>> = {},
): Promise<Product> {
  return startIn(mkdtempSync(join(tmpdir(), "shoutloop-browser-")), command, more);
}

/** A sample shop of a test's own: what one test changes, its language too, no other test sees. */
export async function startSample(): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), "shoutloop-browser-"));
  cpSync(inject("sample"), dataDir, { recursive: true });
  return startIn(dataDir, "demo", {});
}

export function removeDirectory(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

async function startIn(
  dataDir: string,
  command: "start" | "demo",
  more: Readonly<Record<string, string>>,
): Promise<Product> {
  const port = await freePort();
  const child = spawn(process.execPath, ["lib/runtime/launch.js", command], {
    env: { ...process.env, NODE_ENV: "production", ...settings(port, dataDir), ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Shoutloop is ready")) resolve();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then(() => reject(new Error(`It ended before it was ready:\n${said}`)));
  });
  await ready;
  const end = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return {
    address: `http://localhost:${port}`,
    dataDir,
    end,
    async stop() {
      await end();
      removeDirectory(dataDir);
    },
  };
}

function settings(port: number, dataDir: string): Record<string, string> {
  return { PORT: String(port), DATA_DIR: dataDir, LANG: "C", LC_ALL: "C", DATABASE_URL: "" };
}
