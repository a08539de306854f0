import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { digest, project } from "./project.js";

const waitMs = 100;
/** A process has written its id into its lock file by then. */
const waitsForId = 100;

/** Runs `work` under a lock, so that two commands do not install into the same folder at the same time. */
export async function onlyOneAtATime(work) {
  const lock = join(tmpdir(), `shoutloop-${digest(project).slice(0, 16)}.lock`);
  for (let waits = 0; !take(lock, waits); waits += 1) {
    if (waits === 20)
      process.stderr.write("Waiting for another command that sets Shoutloop up …\n");
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock, waits) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned(lock, waits)) rmSync(lock, { force: true });
    return false;
  }
}

function isAbandoned(lock, waits) {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    // Its process ended before it wrote its id. Process 0 would be this process itself.
    if (!pid) return waits > waitsForId;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
