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

/** Prepares a copy of the backup beside the database and renames it to the database's name at the end. */
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
    // Merges the write-ahead log into the file.
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

/**
 * Throws if another process has the database open. An unreadable database is not in use, because the product
 * does not start on it.
 */
function refuseInUse(database: string): void {
  if (!existsSync(database)) return;
  const isReadable = checkSqlite(database, { thoroughly: false }) === undefined;
  if (isReadable && !isSqliteFree(database)) throw new BackupRefused("in-use", { file: database });
}

/**
 * Keeps the old database under a second name (a hard link, if possible), so that the first name always has a
 * file.
 */
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
