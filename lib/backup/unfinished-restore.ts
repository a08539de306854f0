import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { flushToDisk } from "../db/sqlite-file.ts";

/** From now on nothing may be sent from the database: it is being put back, and nobody has looked yet. */
export function beginRestore(dataDir: string): void {
  writeFileSync(noteIn(dataDir), "A restore is under way, or was interrupted: run it again.\n");
  flushToDisk(noteIn(dataDir));
  flushToDisk(dataDir);
}

export function endRestore(dataDir: string): void {
  rmSync(noteIn(dataDir), { force: true });
}

export function isRestoreUnfinished(dataDir: string): boolean {
  return existsSync(noteIn(dataDir));
}

function noteIn(dataDir: string): string {
  return join(dataDir, "restore-under-way");
}
