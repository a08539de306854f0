import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import type { Contender } from "./stores.ts";

const work = fileURLToPath(new URL("./work-until-killed.ts", import.meta.url));

export interface BenchWorker {
  readonly child: ChildProcess;
  /** Jobs whose request it began, in order. */
  readonly begun: string[];
  begunAt: number | undefined;
  readyAt: number;
  /** In the whole queue, as it last said. */
  remaining: number | undefined;
  /** False where it did not happen in time. */
  until(isSo: () => boolean, alertAfterMs: number): Promise<boolean>;
}

export interface Work {
  /** File that plays the network's memory. */
  readonly truth: string;
  /** To schedule at once before it works. */
  readonly jobs: number;
  readonly answerMs: number;
}

/** A worker in a process of its own, to be killed. */
export function startWorker(
  { module, store }: Contender,
  url: string,
  { truth, jobs, answerMs }: Work,
): BenchWorker {
  const child = spawn(process.execPath, [work, module, url, String(jobs), String(answerMs)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, DATABASE_URL: store === "postgres" ? url : "", BENCH_ACCEPTED: truth },
  });
  const worker: BenchWorker = {
    child,
    begun: [],
    begunAt: undefined,
    readyAt: Number.NaN,
    remaining: undefined,
    async until(isSo, alertAfterMs) {
      for (const end = Date.now() + alertAfterMs; Date.now() < end; await sleep(10))
        if (isSo()) return true;
      return false;
    },
  };
  createInterface(child.stdout).on("line", (line) => hear(worker, line));
  return worker;
}

function hear(worker: BenchWorker, line: string): void {
  if (!line.startsWith("{")) return;
  const told = JSON.parse(line) as { begun?: string; ready?: boolean; remaining?: number };
  if (told.ready) worker.readyAt = Date.now();
  if (told.remaining !== undefined) worker.remaining = told.remaining;
  if (told.begun === undefined) return;
  worker.begun.push(told.begun);
  worker.begunAt ??= Date.now();
}
