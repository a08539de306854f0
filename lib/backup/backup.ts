import type { RefusalDetail } from "../kernel/result.ts";

/** Where the data is, and where backups of it go. */
export interface BackupPlace {
  /** A `postgres://` address, or the name of the SQLite file. */
  readonly databaseUrl: string;
  readonly dataDir: string;
}

export interface Backup {
  readonly file: string;
  /** When what is in it was true; ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: number;
  readonly seconds: number;
  /** Where a copy of the key that opens the sign-ins was put; without it only this installation can open them. */
  readonly secretFile: string | null;
}

/** Ends a backup or a restore with one sentence: the message `backup.failures.<code>`. */
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

/** `2026-11-22T03-57-10Z`: sorts by time and is a file name everywhere. */
export function stampOf(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
}
