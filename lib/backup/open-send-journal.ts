import {
  closeSync,
  fdatasync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

import { systemClock } from "../kernel/clock.ts";
import type { SendJournal, JournalEntry } from "../kernel/ports.ts";

const slots = 64;
const slotBytes = 128;
const flushMs = 1_000;
const forgottenMs = 30 * 24 * 3_600_000;

/**
 * The last deliveries that left from here, in a file of 64 lines beside the database. A note is a
 * write into the system's cache: it outlives this process, and the database's machine; it reaches
 * the disk within a second, which only matters where machine and database fail in the same second.
 */
export function openSendJournal(dataDir: string): SendJournal {
  const folder = join(dataDir, "last-sent");
  let file: number | undefined;
  let next = 0;
  let flush: NodeJS.Timeout | undefined;

  /** Takes over what processes of before have noted. */
  function open(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const known = recallAll(folder).slice(-slots);
    const own = join(folder, `${hostname()}-${process.pid}`);
    const opened = openSync(own, "w", 0o600);
    for (const intent of known) write(opened, intent);
    fsyncSync(opened);
    removeOthers(folder, own);
    return opened;
  }
  function write(to: number, { deliveryId, fence, at }: JournalEntry): void {
    const line = `${deliveryId} ${fence} ${at.toISOString()}`;
    writeSync(to, `${line.padEnd(slotBytes - 1)}\n`, (next % slots) * slotBytes);
    next += 1;
  }
  function flushSoon(): void {
    flush ??= setTimeout(() => {
      flush = undefined;
      if (file !== undefined) fdatasync(file, () => {});
    }, flushMs).unref();
  }

  return {
    append(intent) {
      try {
        file ??= open();
        write(file, intent);
        flushSoon();
      } catch {
        // A full disk must not keep a post from going out; the database says so where it matters.
      }
    },
    entries: () => recallAll(folder),
    clear() {
      clearTimeout(flush);
      flush = undefined;
      if (file !== undefined) closeSync(file);
      file = undefined;
      next = 0;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Oldest first. A line that was being written when the machine stopped counts for nothing. */
function recallAll(folder: string): JournalEntry[] {
  const lines = filesIn(folder).flatMap((file) => readFileSync(file, "utf8").split("\n"));
  return lines
    .flatMap((line): JournalEntry[] => {
      const [deliveryId, fence, at] = line.trimEnd().split(" ");
      const moment = new Date(at ?? "");
      if (!deliveryId || !/^\d+$/.test(fence ?? "") || Number.isNaN(moment.getTime())) return [];
      return [{ deliveryId, fence: Number(fence), at: moment }];
    })
    .toSorted((one, two) => one.at.getTime() - two.at.getTime());
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** What they noted is in ours. One of another machine may belong to somebody who runs, unless it is very old. */
function removeOthers(folder: string, own: string): void {
  for (const file of filesIn(folder)) {
    if (file === own) continue;
    const [, processId] = /-(\d+)$/.exec(file) ?? [];
    const isHere = file === join(folder, `${hostname()}-${processId}`);
    const isOld = systemClock.now().getTime() - statSync(file).mtimeMs > forgottenMs;
    if (isOld || (isHere && !isRunning(Number(processId)))) rmSync(file, { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
