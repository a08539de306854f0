import { existsSync } from "node:fs";

import { isPostgresUrl } from "../db/dialect.ts";
import { migrateDatabase } from "../db/migrate.ts";
import type { Runtime } from "../kernel/context.ts";
import { eraseAgain } from "../people/erase-again.ts";
import { enterSafeMode } from "../recovery/enter-safe-mode.ts";
import { showLastActivity } from "../recovery/last-activity.ts";
import type { SafeMode } from "../recovery/safe-mode.ts";
import { endAllSessions } from "../workspaces/session.ts";
import { BackupRefused, type BackupPlace } from "./backup.ts";
import { countLockedAccounts } from "./count-locked-accounts.ts";
import { openSendJournal } from "./open-send-journal.ts";
import { restorePostgres } from "./restore-postgres.ts";
import { restoreSecret, type RestoredSecret } from "./restore-secret.ts";
import { restoreSqlite } from "./restore-sqlite.ts";
import type { OpenRuntime, RecalledErasures, Restored, Settled } from "./restored.ts";
import { beginRestore, endRestore, isRestoreUnfinished } from "./unfinished-restore.ts";

export interface RestoreOptions {
  readonly file: string;
  readonly open: OpenRuntime;
}

/**
 * Replaces the database by a backup and keeps the old one under another name. People who were erased after
 * the backup are erased again, and safe mode makes the engine search before it sends.
 */
export async function restoreBackup(
  place: BackupPlace,
  at: Date,
  { file, open }: RestoreOptions,
): Promise<Restored> {
  if (!existsSync(file)) throw new BackupRefused("file-missing", { file });
  let secret: RestoredSecret | undefined;
  let isNoted = false;
  const settle = (target: BackupPlace, erased: RecalledErasures) => {
    // On SQLite the old database stays intact until the end, but it cannot be used while the key is another
    // one. The note keeps the product from starting until then.
    const begin = () => {
      if (isRestoreUnfinished(place.dataDir)) return;
      beginRestore(place.dataDir, erased);
      isNoted = true;
    };
    secret = restoreSecret(place.dataDir, file, at, begin);
    return settleIn(target, open, erased);
  };
  const restoring = isPostgresUrl(place.databaseUrl)
    ? restorePostgres(place, at, { file, open, settle })
    : restoreSqlite(place, at, { file, settle });
  const restored = await restoring.catch((error: unknown) => {
    secret?.undo();
    if (isNoted) endRestore(place.dataDir);
    throw error;
  });
  endRestore(place.dataDir);
  // The restore has already flagged the deliveries in the journal; detecting them again later would flag new
  // ones.
  openSendJournal(place.dataDir).clear();
  return { from: file, ...restored, secretFrom: secret?.from ?? null };
}

/** Steps after every restore, before anything can be sent from the database. */
async function settleIn(
  place: BackupPlace,
  open: OpenRuntime,
  { source, known }: RecalledErasures,
): Promise<Settled> {
  await migrateDatabase(place.databaseUrl);
  const runtime = await open(place);
  try {
    await endAllSessions(runtime);
    const lockedAccounts = await countLockedAccounts(runtime);
    // Read before the erasures are repeated, because those are recorded with the current time.
    const since = await showLastActivity(runtime);
    const erasures = { source, ...(await eraseAgain(runtime, known)) };
    return { safeMode: await doubtEverything(runtime, since), lockedAccounts, erasures };
  } finally {
    await runtime.close();
  }
}

/**
 * Enters safe mode and clears the send journal. Also used for a database that was restored by other means.
 * `since`: the last time known to the database; by default its last activity.
 */
export async function doubtEverything(runtime: Runtime, since?: Date): Promise<SafeMode> {
  const known = since ?? (await showLastActivity(runtime));
  const safeMode = await enterSafeMode(runtime, known ?? runtime.clock.now());
  runtime.sendJournal?.clear();
  return safeMode;
}
