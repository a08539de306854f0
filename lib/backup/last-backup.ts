import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { flushToDisk } from "../db/sqlite-file.ts";

export interface LastBackup {
  readonly file: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: number;
}

const shape = z.object({ file: z.string(), at: z.string(), bytes: z.number() });

/** Folder of backups that are made without a file name, and of the note about the last backup. */
export function backupFolder(dataDir: string): string {
  return join(dataDir, "backups");
}

/** Returns the last backup that was made and checked, or undefined if its file no longer exists. */
export function recallLastBackup(dataDir: string): LastBackup | undefined {
  try {
    const last = shape.parse(JSON.parse(readFileSync(noteIn(dataDir), "utf8")));
    return existsSync(last.file) ? last : undefined;
  } catch {
    return undefined;
  }
}

export function rememberLastBackup(dataDir: string, last: LastBackup): void {
  const note = noteIn(dataDir);
  const draft = `${note}.part`;
  const handle = openSync(draft, "w", 0o600);
  try {
    writeSync(handle, `${JSON.stringify(last)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, note);
  flushToDisk(backupFolder(dataDir));
}

function noteIn(dataDir: string): string {
  return join(backupFolder(dataDir), "last.json");
}
