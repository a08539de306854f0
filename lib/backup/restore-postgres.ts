import { join } from "node:path";

import { resetPostgres } from "../db/reset-postgres.ts";
import { joinErasures } from "../people/known-erasures.ts";
import { backUp } from "./back-up.ts";
import { BackupRefused, stampOf, type BackupPlace } from "./backup.ts";
import { backupFolder } from "./last-backup.ts";
import { fillPostgres, isPostgresDump } from "./postgres-tools.ts";
import { recallErasures } from "./recall-erasures.ts";
import { refuseWhileWorking } from "./refuse-while-working.ts";
import type { OpenRuntime, RecalledErasures, Settled } from "./restored.ts";
import { beginRestore, endRestore, recallBegun } from "./unfinished-restore.ts";

interface Options {
  readonly file: string;
  readonly open: OpenRuntime;
  readonly settle: (place: BackupPlace, erased: RecalledErasures) => Promise<Settled>;
}

/**
 * Dumps the current database, then restores the backup in its place. A note in the data directory marks the
 * restore as unfinished until the end.
 */
export async function restorePostgres(
  place: BackupPlace,
  at: Date,
  { file, open, settle }: Options,
): Promise<Settled & { aside: string | null }> {
  if (!(await isPostgresDump(file))) throw new BackupRefused("unreadable-backup", { file });
  await refuseInUse(place, open);
  const aside = join(backupFolder(place.dataDir), `before-restore-${stampOf(at)}.dump`);
  await backUp(place, at, { file: aside });
  const erased = joined(await recallErasures(place.databaseUrl), recallBegun(place.dataDir));
  beginRestore(place.dataDir, erased);
  await resetPostgres(place.databaseUrl);
  await fillPostgres(place.databaseUrl, file);
  const settled = await settle(place, erased);
  endRestore(place.dataDir);
  return { ...settled, aside };
}

/** Adds the erasures from the note of an interrupted restore, which has already emptied the database. */
function joined(now: RecalledErasures, begun: RecalledErasures | undefined): RecalledErasures {
  if (!begun) return now;
  return { source: begun.source, known: joinErasures(begun.known, now.known) };
}

async function refuseInUse(place: BackupPlace, open: OpenRuntime): Promise<void> {
  const runtime = await open(place);
  try {
    await refuseWhileWorking(runtime);
  } finally {
    await runtime.close();
  }
}
