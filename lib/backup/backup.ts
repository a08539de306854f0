import type { RefusalDetail } from "../kernel/result.ts";

/** The database to back up and the folder of the installation's data, which contains the backups. */
export interface BackupPlace {
  /** A `postgres://` URL or the name of the SQLite file. */
  readonly databaseUrl: string;
  readonly dataDir: string;
}

export interface Backup {
  readonly file: string;
  /** Time of the backup's content; ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: number;
  readonly seconds: number;
  /**
   * Path of the copied encryption key, null if it was not copied. Without it, only this installation can
   * decrypt the accounts' credentials in the backup.
   */
  readonly secretFile: string | null;
}

/** Thrown when a backup or restore cannot be done. The text is `cli.backup.failures.<code>`. */
export class BackupRefused extends Error {
  override name = "BackupRefused";
  readonly code: BackupFailure;
  readonly detail: RefusalDetail;
  constructor(code: BackupFailure, detail: RefusalDetail = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

export type BackupFailure =
  | "file-exists"
  | "file-missing"
  | "file-damaged"
  | "not-ours"
  | "newer-version"
  | "nothing-to-back-up"
  | "database-damaged"
  | "in-use"
  | "worker-runs"
  | "restore-unfinished"
  | "damaged-with-backup"
  | "damaged-without-backup"
  | "tool-missing"
  | "tool-failed"
  | "no-secret-file"
  | "bad-moment"
  | "unreadable-backup";

/** Returns `2026-11-22T03-57-10Z`: sorts by time and is valid in file names on every system. */
export function stampOf(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
}
