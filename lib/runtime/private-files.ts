import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { WrongSetting, type Environment } from "./environment.ts";

/** Mode bits of everybody except the owner. */
const others = 0o077;

/**
 * Restricts the data directory, the files in it and those of the backups and the send journal to their owner,
 * and a SQLite database that is kept elsewhere; sets the umask for new files. Returns paths that others can
 * still access.
 */
export function keepPrivate({ dataDir, databaseUrl }: Place): string[] {
  process.umask(others);
  makeFolder(dataDir);
  // Windows has no modes; permissions are inherited from the parent folder.
  if (process.platform === "win32") return [];
  const folders = [dataDir, join(dataDir, "backups"), join(dataDir, "last-sent")];
  const elsewhere = /^postgres(ql)?:/.test(databaseUrl) ? [] : withLogs(resolve(databaseUrl));
  const files = elsewhere.filter((path) => dirname(path) !== resolve(dataDir));
  return [...folders.flatMap((folder) => closeFolder(folder)), ...openAmong(files)];
}

type Place = Pick<Environment, "dataDir" | "databaseUrl">;

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    // The path is a file or a dangling link.
    if (lstatSync(dataDir, { throwIfNoEntry: false }))
      throw new WrongSetting("DATA_DIR", "no-folder", dataDir);
    throw error;
  }
}

/** The database with the files that SQLite keeps beside it. */
function withLogs(database: string): string[] {
  return ["", "-wal", "-shm", "-journal"].map((end) => database + end);
}

function closeFolder(folder: string): string[] {
  const names = namesIn(folder);
  if (!names) return [];
  const open = close(folder) ? [] : [folder];
  return [...open, ...openAmong(names.map((name) => join(folder, name)))];
}

/** The paths that others can still access. The target of a link is not ours to change, and only reported. */
function openAmong(paths: readonly string[]): string[] {
  return paths.filter((path) => {
    if (isLink(path)) return isFile(path) && (modeOf(path) & others) !== 0;
    return isFile(path) && !close(path);
  });
}

function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** False where it cannot be read: a link may point at a forbidden folder, or at itself. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Removes the access of others. Returns false if that failed: the file has another owner, or the file system
 * has no modes.
 */
function close(path: string): boolean {
  const mode = modeOf(path);
  if ((mode & others) === 0) return true;
  try {
    // A folder with the sticky bit, such as /tmp, is shared with others on purpose.
    if ((mode & 0o1000) === 0) chmodSync(path, mode & 0o700);
  } catch {
    // The check below sees that the mode is unchanged.
  }
  return (modeOf(path) & others) === 0;
}

function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
}
