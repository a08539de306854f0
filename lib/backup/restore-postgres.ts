import { join } from "node:path";

import { emptyPostgres } from "../db/empty-postgres.ts";
import { backUp } from "./back-up.ts";
import { BackupRefused, stampOf, type BackupPlace } from "./backup.ts";
import { backupFolder } from "./last-backup.ts";
import { fillPostgres, isPostgresDump } from "./postgres-tools.ts";
import { refuseWhileWorking } from "./refuse-while-working.ts";
import type { OpenInstallation, Settled } from "./restored.ts";
import { beginRestore, endRestore } from "./unfinished-restore.ts";

interface Options {
  readonly file: string;
  readonly open: OpenInstallation;
  readonly settle: (place: BackupPlace) => Promise<Settled>;
}

/** What is there is dumped first. Until the end a note in the data directory says that this is not finished. */
export async function restorePostgres(
  place: BackupPlace,
  at: Date,
  { file, open, settle }: Options,
): Promise<Settled & { aside: string | null }> {
  if (!(await isPostgresDump(file))) throw new BackupRefused("unreadable-backup", { file });
  await refuseInUse(place, open);
  const aside = join(backupFolder(place.dataDir), `before-restore-${stampOf(at)}.dump`);
  await backUp(place, at, { file: aside });
  beginRestore(place.dataDir);
  await emptyPostgres(place.databaseUrl);
  await fillPostgres(place.databaseUrl, file);
  const settled = await settle(place);
  endRestore(place.dataDir);
  return { ...settled, aside };
}

async function refuseInUse(place: BackupPlace, open: OpenInstallation): Promise<void> {
  const installation = await open(place);
  try {
    await refuseWhileWorking(installation);
  } finally {
    await installation.close();
  }
}
