import { checkSqlite, hasOurTables, isNewerVersion } from "../db/sqlite-file.ts";
import { BackupRefused } from "./backup.ts";

/** Throws `BackupRefused` if the file cannot be restored. */
export function checkBackupFile(file: string): void {
  const problem = checkSqlite(file, { thoroughly: true });
  if (problem) throw new BackupRefused("file-damaged", { file, detail: problem.detail });
  if (!hasOurTables(file)) throw new BackupRefused("not-ours", { file });
  if (isNewerVersion(file)) throw new BackupRefused("newer-version", { file });
}
