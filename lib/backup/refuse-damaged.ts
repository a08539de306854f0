import { existsSync } from "node:fs";

import { isPostgresUrl } from "../db/dialect.ts";
import { checkSqlite } from "../db/sqlite-file.ts";
import { BackupRefused, type BackupPlace } from "./backup.ts";
import { recallLastBackup } from "./last-backup.ts";
import { isRestoreUnfinished } from "./unfinished-restore.ts";

/**
 * Throws if the product must not start: a restore is unfinished or the SQLite file is damaged. The error
 * names the last good backup.
 */
export function refuseDamaged({ databaseUrl, dataDir }: BackupPlace): void {
  if (isRestoreUnfinished(dataDir)) throw new BackupRefused("restore-unfinished");
  if (isPostgresUrl(databaseUrl) || !existsSync(databaseUrl)) return;
  const last = recallLastBackup(dataDir);
  const problem = checkSqlite(databaseUrl, { thoroughly: false });
  // An interrupted first start leaves an empty file, which is harmless if there is no backup yet.
  if (!problem || (problem.kind === "empty" && !last)) return;
  const detail = { file: databaseUrl, kind: problem.kind, detail: problem.detail };
  throw last
    ? new BackupRefused("damaged-with-backup", {
        ...detail,
        backup: last.file,
        at: formatInstant(last.at),
      })
    : new BackupRefused("damaged-without-backup", detail);
}

/** Whether an error is SQLite's report of a damaged file or of a file that is not a database. */
export function isDamage(error: unknown): boolean {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^SQLITE_(NOTADB|CORRUPT)/.test(code);
}

function formatInstant(at: string): string {
  return `${at.slice(0, 16).replace("T", " ")} UTC`;
}
