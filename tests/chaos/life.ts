import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import type { Said, WorkerSetting } from "./setting.ts";

const entry = fileURLToPath(new URL("./worker.ts", import.meta.url));

/** What stood at the point where a worker died by its own hand. */
export type LastWords = Extract<Said, { point: unknown }>;

/** One worker process, from its start to its end. */
export class Life {
  readonly #child: ChildProcess;
  readonly ready: Promise<boolean>;
  /** Resolves to what it said at its death, undefined where death came from outside. */
  readonly ended: Promise<LastWords | undefined>;
  /** Told when the process is about to fall asleep at its point. */
  onStopping: ((said: LastWords) => void) | undefined;
  isEnded = false;
  isAsleep = false;
  sleeps = 0;
  readonly worker: number;

  constructor(setting: WorkerSetting) {
    this.worker = setting.worker;
    this.#child = spawn(process.execPath, [entry], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, CHAOS: JSON.stringify(setting) },
    });
    let lastWords: LastWords | undefined;
    const lines = createInterface({ input: this.#child.stdout! });
    const said = new Promise<void>((resolve) => {
      lines.on("line", (line) => {
        const word = JSON.parse(line) as Said;
        if (word.kind === "ready") resolve();
        if (word.kind === "dying") lastWords = word;
        if (word.kind === "stopping") this.onStopping?.(word);
      });
    });
    // Closed, and not only ended: what it said last has been read.
    this.ended = new Promise((resolve, reject) => {
      this.#child.once("close", (code, signal) => {
        this.isEnded = true;
        if (signal === "SIGKILL" || signal === "SIGTERM" || code === 0) resolve(lastWords);
        else reject(new Error(`A worker ended with code ${code}, signal ${signal}.`));
      });
    });
    this.ready = Promise.race([
      said.then(() => true),
      this.ended.then(
        () => false,
        () => false,
      ),
    ]);
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  stop(): void {
    this.#child.kill("SIGSTOP");
  }

  resume(): void {
    this.#child.kill("SIGCONT");
  }
}
