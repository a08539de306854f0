import { closeSync, constants, fsyncSync, openSync, statSync } from "node:fs";

import Database from "better-sqlite3";

import { appliedOnSqlite } from "./migrate.ts";
import { newestMigration } from "./schema-version.ts";

/** A reason why a file cannot be used as a SQLite database. */
export interface FileProblem {
  readonly kind: "missing" | "empty" | "not-a-database" | "damaged";
  /** SQLite's message; empty for a missing or empty file. */
  readonly detail: string;
}

const pagesAStep = 500;
const ourTables = ["deliveries", "events", "workspaces"] as const;

/**
 * Copies a database while other connections read and write it. The copy is the state at one instant. The open
 * read transaction keeps commits of other processes from restarting the copy.
 */
export async function copySqlite(
  from: string,
  to: string,
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 30_000 });
  try {
    source.exec("begin");
    source.prepare("select count(*) from sqlite_schema").get();
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        onProgress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return pagesAStep;
      },
    });
  } finally {
    source.close();
  }
  standAlone(to);
}

/**
 * Reads every page. `thoroughly` also compares indexes with their tables, which takes several times as long.
 */
export function checkSqlite(
  file: string,
  { thoroughly }: { thoroughly: boolean },
): FileProblem | undefined {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return { kind: "missing", detail: "" };
  if (size === 0) return { kind: "empty", detail: "" };
  try {
    const connection = new Database(file, { readonly: true, timeout: 30_000 });
    try {
      const check = thoroughly ? "integrity_check(1)" : "quick_check(1)";
      const answer = String(connection.pragma(check, { simple: true }));
      return answer === "ok" ? undefined : { kind: "damaged", detail: answer.replace(/\s+/g, " ") };
    } finally {
      connection.close();
    }
  } catch (error) {
    return problemOf(error);
  }
}

export function hasOurTables(file: string): boolean {
  return reading(file, (connection) =>
    ourTables.every((name) => {
      const count = "select count(*) from sqlite_schema where type = 'table' and name = ?";
      return connection.prepare(count).pluck().get(name) === 1;
    }),
  );
}

/** Whether the file has a migration that is newer than any this version has. */
export function isNewerVersion(file: string, folder = "drizzle/sqlite"): boolean {
  return reading(file, (connection) => appliedOnSqlite(connection) > newestMigration(folder));
}

/**
 * Returns true if no other process has the database open. In that case the write-ahead log has been merged
 * into the file.
 */
export function isSqliteFree(file: string): boolean {
  const connection = new Database(file, { fileMustExist: true, timeout: 0 });
  try {
    connection.pragma("journal_mode = DELETE");
    return true;
  } catch (error) {
    if (isCode(error, "SQLITE_BUSY")) return false;
    throw error;
  } finally {
    connection.close();
  }
}

/** Flushes a file or folder to disk (fsync), so that it survives a power failure. */
export function flushToDisk(path: string): void {
  const handle = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function reading<Value>(file: string, read: (connection: Database.Database) => Value): Value {
  const connection = new Database(file, { readonly: true, timeout: 30_000 });
  try {
    return read(connection);
  } finally {
    connection.close();
  }
}

/** Turns off write-ahead logging, so that the copy is a single file. */
function standAlone(file: string): void {
  const copy = new Database(file);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}

function problemOf(error: unknown): FileProblem {
  if (isCode(error, "SQLITE_NOTADB")) return { kind: "not-a-database", detail: messageOf(error) };
  if (isCode(error, "SQLITE_CORRUPT")) return { kind: "damaged", detail: messageOf(error) };
  throw error;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith(code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
