import { existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { dirname, join, parse } from "node:path";

import { checkSqlite, copySqlite, flushToDisk, isSqliteFree } from "../db/sqlite-file.ts";
import { BackupRefused, stampOf, type BackupPlace } from "./backup.ts";
import { checkBackupFile } from "./check-backup-file.ts";
import { recallErasures } from "./recall-erasures.ts";
import type { RecalledErasures, Settled } from "./restored.ts";

interface Options {
  readonly file: string;
  readonly settle: (place: BackupPlace, erased: RecalledErasures) => Promise<Settled>;
}

/** Everything is prepared on a copy beside the database and put in its place by one renaming at the end. */
export async function restoreSqlite(
  { databaseUrl: database, dataDir }: BackupPlace,
  at: Date,
  { file, settle }: Options,
): Promise<Settled & { aside: string | null }> {
  checkBackupFile(file);
  refuseInUse(database);
  const draft = `${database}.restoring`;
  removeWithLogs(draft);
  try {
    await copySqlite(file, draft);
    const erased = await recallErasures(database);
    const settled = await settle({ databaseUrl: draft, dataDir }, erased);
    // The log is folded into the file.
    isSqliteFree(draft);
    flushToDisk(draft);
    refuseInUse(database);
    const aside = putAside(database, at);
    renameSync(draft, database);
    flushToDisk(dirname(database));
    return { ...settled, aside };
  } finally {
    removeWithLogs(draft);
  }
}

/** A database that cannot be read cannot be in use either: the product refuses it. */
function refuseInUse(database: string): void {
  if (!existsSync(database)) return;
  const isReadable = checkSqlite(database, { thoroughly: false }) === undefined;
  if (isReadable && !isSqliteFree(database)) throw new BackupRefused("in-use", { file: database });
}

/** A second name, so that there is a database under the first one at every moment. */
function putAside(database: string, at: Date): string | null {
  if (!existsSync(database)) return null;
  const { dir, name, ext } = parse(database);
  const aside = join(dir, `${name}-before-restore-${stampOf(at)}${ext}`);
  for (const log of ["-wal", "-shm"])
    if (existsSync(database + log)) renameSync(database + log, aside + log);
  linkOrRename(database, aside);
  return aside;
}

function linkOrRename(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    renameSync(from, to);
  }
}

function removeWithLogs(file: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(file + ending, { force: true });
}
