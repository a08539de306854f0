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
 * Puts a backup in the place of the database, which is kept under another name. Whoever was erased
 * since is erased again, and whatever was due since is looked for before anything goes out.
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
    // On SQLite the database that is there stays whole until the end, but not with another's key.
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
  // What was sent until now is doubted already; noticing it again would doubt what comes next.
  openSendJournal(place.dataDir).clear();
  return { from: file, ...restored, secretFrom: secret?.from ?? null };
}

/** What every restore ends with, before anything can be sent from the database. */
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
    // Before anybody is erased again: that is of today, and the rest of what it knows is not.
    const since = await showLastActivity(runtime);
    const erasures = { source, ...(await eraseAgain(runtime, known)) };
    return { safeMode: await doubtEverything(runtime, since), lockedAccounts, erasures };
  } finally {
    await runtime.close();
  }
}

/** For a database that was put back by other means, too. */
export async function doubtEverything(runtime: Runtime, since?: Date): Promise<SafeMode> {
  const known = since ?? (await showLastActivity(runtime));
  const safeMode = await enterSafeMode(runtime, known ?? runtime.clock.now());
  runtime.sendJournal?.clear();
  return safeMode;
}
