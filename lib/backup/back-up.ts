import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { isPostgresUrl } from "../db/dialect.ts";
import { checkSqlite, copySqlite, flushToDisk } from "../db/sqlite-file.ts";
import { BackupRefused, stampOf, type Backup, type BackupPlace } from "./backup.ts";
import { copySecret, requireSecret } from "./copy-secret.ts";
import { backupFolder, rememberLastBackup } from "./last-backup.ts";
import { dumpPostgres } from "./postgres-tools.ts";

export interface BackUpOptions {
  /** Absolute path; by default a file in the backup folder, named after the time. */
  readonly file?: string | undefined;
  /** Prefix of the default name: `shoutloop` or `automatic`. */
  readonly prefix?: string;
  readonly withSecret?: boolean;
  /** Called with the finished share of the copy, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Copies the database as it is at this instant, also while the product runs, and checks the copy. The file
 * gets its final name only once it is complete, checked and flushed to disk.
 */
export async function backUp(
  place: BackupPlace,
  at: Date,
  { file, prefix = "shoutloop", withSecret = false, onProgress }: BackUpOptions = {},
): Promise<Backup> {
  const began = performance.now();
  mkdirSync(backupFolder(place.dataDir), { recursive: true, mode: 0o700 });
  const target = file ?? defaultName(place, prefix, at);
  if (existsSync(target)) throw new BackupRefused("file-exists", { file: target });
  if (withSecret) requireSecret(place.dataDir, target);
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  writeFileSync(draft, "", { mode: 0o600, flag: "wx" });
  try {
    if (isPostgresUrl(place.databaseUrl)) await dumpPostgres(place.databaseUrl, draft);
    else await copyChecked(place.databaseUrl, draft, onProgress);
    chmodSync(draft, 0o600);
    flushToDisk(draft);
    name(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
  const bytes = statSync(target).size;
  const secretFile = withSecret ? copySecret(place.dataDir, target) : null;
  flushToDisk(dirname(target));
  rememberLastBackup(place.dataDir, { file: target, at: at.toISOString(), bytes });
  const seconds = Math.round(performance.now() - began) / 1_000;
  return { file: target, at: at.toISOString(), bytes, seconds, secretFile };
}

function defaultName({ dataDir, databaseUrl }: BackupPlace, prefix: string, at: Date): string {
  const ending = isPostgresUrl(databaseUrl) ? "dump" : "db";
  const stem = join(backupFolder(dataDir), `${prefix}-${stampOf(at)}`);
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${stem}.${ending}` : `${stem}-${number}.${ending}`;
    if (!existsSync(file)) return file;
  }
}

async function copyChecked(
  from: string,
  draft: string,
  onProgress: BackUpOptions["onProgress"],
): Promise<void> {
  if (!existsSync(from)) throw new BackupRefused("nothing-to-back-up", { file: from });
  await copySqlite(from, draft, onProgress);
  const problem = checkSqlite(draft, { thoroughly: true });
  if (problem) throw new BackupRefused("database-damaged", { file: from, detail: problem.detail });
}

/** Gives the draft its final name without overwriting a file that was created meanwhile. */
function name(draft: string, target: string): void {
  try {
    linkSync(draft, target);
  } catch (error) {
    if (existsSync(target)) throw new BackupRefused("file-exists", { file: target });
    if (!isUnlinkable(error)) throw error;
    renameSync(draft, target);
  }
}

/** Whether the file system does not support hard links. */
function isUnlinkable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EPERM" || code === "ENOTSUP" || code === "EOPNOTSUPP" || code === "ENOSYS";
}
