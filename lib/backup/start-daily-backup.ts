import { Worker } from "node:worker_threads";

import { isPostgresUrl } from "../db/dialect.ts";
import { startLoop, type Loop } from "../jobs/loop.ts";
import type { Runtime } from "../kernel/context.ts";
import type { BackupPlace } from "./backup.ts";
import { recallLastBackup } from "./last-backup.ts";
import { automatic, pruneBackups } from "./prune-backups.ts";

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Starts the daily backup of a SQLite database, of which the last `keep` are kept; 0 turns it off. On
 * PostgreSQL the operator arranges backups.
 */
export function startDailyBackup(
  runtime: Runtime,
  place: BackupPlace,
  keep: number,
): Loop | undefined {
  if (keep === 0 || isPostgresUrl(place.databaseUrl)) return undefined;
  return startLoop(runtime, { name: "The daily backup", everyMs: hour }, async () => {
    if (!isTimeForBackup(runtime, place)) return;
    const now = runtime.clock.now();
    await backUpAside(place, now);
    pruneBackups(place.dataDir, { keep, now });
  });
}

function isTimeForBackup({ clock }: Runtime, { dataDir }: BackupPlace): boolean {
  const last = recallLastBackup(dataDir);
  // The absolute value keeps backups running after the clock was wrong for a while.
  return !last || Math.abs(clock.now().getTime() - Date.parse(last.at)) >= day - hour / 2;
}

/** Makes the backup in a worker thread, because checking a large copy blocks the thread for seconds. */
function backUpAside(place: BackupPlace, at: Date): Promise<void> {
  const workerData = { place, at: at.toISOString(), prefix: automatic };
  const thread = new Worker(new URL("./backup-thread.ts", import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    thread.once("error", reject);
    thread.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`Ended: ${code}`))));
  });
}
