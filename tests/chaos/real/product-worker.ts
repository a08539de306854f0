import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { secret } from "../product.ts";

const command = fileURLToPath(new URL("../../../lib/runtime/worker.ts", import.meta.url));

/** The product's own worker command, as it is installed: nothing of the harness is in this process. */
export class ProductWorker {
  readonly #child: ChildProcess;
  readonly ready: Promise<unknown>;
  readonly ended: Promise<unknown>;

  constructor(databaseUrl: string, dataDir: string) {
    const settings = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      SHOUTLOOP_SECRET: secret,
      ALLOW_PRIVATE_HOSTS: "127.0.0.1,localhost",
      NODE_ENV: "production",
    };
    this.#child = spawn(process.execPath, [command], {
      stdio: ["ignore", "pipe", process.env["CHAOS_LOG"] ? "inherit" : "ignore"],
      env: Object.assign({}, process.env, settings),
    });
    // Its log goes on, and somebody must read it.
    this.#child.stdout?.resume();
    this.ended = once(this.#child, "close");
    this.ready = once(this.#child.stdout!, "data");
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }
}
