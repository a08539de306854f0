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
 * A backup a day while the product runs, and the last `keep` of them stay; 0 makes none. PostgreSQL
 * has its own ways, which its operator has set up.
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
  // A clock that was wrong for a while must not end the backups.
  return !last || Math.abs(clock.now().getTime() - Date.parse(last.at)) >= day - hour / 2;
}

/** In a thread of its own: checking a large copy takes seconds in which nothing else could run. */
function backUpAside(place: BackupPlace, at: Date): Promise<void> {
  const workerData = { place, at: at.toISOString(), prefix: automatic };
  const thread = new Worker(new URL("./backup-thread.ts", import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    thread.once("error", reject);
    thread.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`Ended: ${code}`))));
  });
}
