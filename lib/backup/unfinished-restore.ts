import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { flushToDisk } from "../db/sqlite-file.ts";
import { knownErasures, noErasures } from "../people/known-erasures.ts";
import type { RecalledErasures } from "./restored.ts";

const shape = z.object({ source: z.enum(["read", "damaged", "absent"]), known: knownErasures });

/**
 * From now on nothing may be sent from the database: it is being put back, and nobody has looked yet.
 * Who was erased is kept here until the end, because the database that knew is emptied next.
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

/** What the note of an interrupted restore knows; undefined where none was interrupted. */
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
