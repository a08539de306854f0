import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { onTestFinished } from "vitest";

import { freePort } from "../support/postgres-server.ts";

export interface Process {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  readonly said: () => string;
  /** Resolves once it has said so; rejects when it ends before. */
  readonly says: (text: string) => Promise<void>;
  /** The exit code. */
  readonly ended: Promise<number | null>;
}

export interface Place {
  readonly port: number;
  readonly address: string;
  readonly env: Record<string, string>;
}

/** A data directory and a port of its own. */
export async function somewhere(): Promise<Place> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "shoutloop-start-"));
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    env: { PORT: String(port), DATA_DIR: dataDir, LANG: "C", LC_ALL: "C", DATABASE_URL: "" },
  };
}

/** As npm runs it, without npm. Killed when the test ends (or when `atEnd` says), if it still runs. */
export function launch(
  args: readonly string[],
  env: Record<string, string>,
  atEnd: (work: () => Promise<void>) => void = onTestFinished,
): Process {
  const child = spawn(process.execPath, ["lib/runtime/launch.js", ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  atEnd(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, said: () => text, says, ended };

  async function says(wanted: string): Promise<void> {
    let isOver = false;
    void ended.then(() => (isOver = true));
    while (!text.includes(wanted)) {
      if (isOver) throw new Error(`It ended without saying "${wanted}":\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
