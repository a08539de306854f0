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
 * Opens the send journal: a file of 64 lines beside the database. An entry is written to the operating
 * system's cache, so it survives a crash of this process or of the database's machine. It reaches the disk
 * within a second, which matters only if both machines fail within that second.
 */
export function openSendJournal(dataDir: string): SendJournal {
  const folder = join(dataDir, "last-sent");
  let file: number | undefined;
  let next = 0;
  let flush: NodeJS.Timeout | undefined;

  /** Creates the file of this process and copies the entries of earlier processes into it. */
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
        // A full disk must not prevent sending. If the database needs the disk, it reports the error itself.
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

/** Returns the entries of all files, oldest first. A line that was only partly written is skipped. */
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

/**
 * Deletes journal files of ended processes of this machine, whose entries have been copied. Files of other
 * machines may be in use, so they are deleted only after 30 days.
 */
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
