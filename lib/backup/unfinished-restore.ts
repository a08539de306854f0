import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { flushToDisk } from "../db/sqlite-file.ts";
import { knownErasures, noErasures } from "../people/known-erasures.ts";
import type { RecalledErasures } from "./restored.ts";

const shape = z.object({ source: z.enum(["read", "damaged", "absent"]), known: knownErasures });

/**
 * Writes the note of a restore in progress; until it is deleted the product does not start on the database.
 * The note also keeps who was erased, because the database with that information is emptied next.
 */
export function beginRestore(dataDir: string, erased: RecalledErasures): void {
  const note = noteIn(dataDir);
  const draft = `${note}.part`;
  const why = "A restore is under way, or was interrupted: run it again.";
  writeFileSync(draft, `${JSON.stringify({ why, ...erased })}\n`, { mode: 0o600 });
  flushToDisk(draft);
  renameSync(draft, note);
  flushToDisk(dataDir);
}

/** Returns the erasures in the note of an interrupted restore; undefined if there is no such note. */
export function recallBegun(dataDir: string): RecalledErasures | undefined {
  if (!isRestoreUnfinished(dataDir)) return undefined;
  try {
    return shape.parse(JSON.parse(readFileSync(noteIn(dataDir), "utf8")));
  } catch {
    return { source: "damaged", known: noErasures };
  }
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
