import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

import { backupFolder } from "./last-backup.ts";

export const automatic = "automatic";

const day = 24 * 3_600_000;

/**
 * Deletes automatic backups except the last `keep` (their names sort by time), and drafts of interrupted
 * backups that are older than a day.
 */
export function pruneBackups(dataDir: string, { keep, now }: { keep: number; now: Date }): void {
  const folder = backupFolder(dataDir);
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".part")))
    if (now.getTime() - statSync(join(folder, name)).mtimeMs > day) rmSync(join(folder, name));
  const made = readdirSync(folder).filter((name) => /^automatic-[\dTZ-]+\.(db|dump)$/.test(name));
  for (const name of made.toSorted().slice(0, -keep)) rmSync(join(folder, name), { force: true });
}
