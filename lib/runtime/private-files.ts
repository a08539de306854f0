import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Mode bits of everybody except the owner. */
const others = 0o077;

/**
 * Restricts the data directory, the files in it and those of the backups and the send journal to their owner,
 * and sets the umask for new files. Returns paths that others can still access.
 */
export function keepPrivate(dataDir: string): string[] {
  process.umask(others);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Windows has no modes; permissions are inherited from the parent folder.
  if (process.platform === "win32") return [];
  const folders = [dataDir, join(dataDir, "backups"), join(dataDir, "last-sent")];
  return folders.flatMap((folder) => closeFolder(folder));
}

function closeFolder(folder: string): string[] {
  const names = namesIn(folder);
  if (!names) return [];
  const files = names.map((name) => join(folder, name)).filter((path) => isFile(path));
  return [folder, ...files].filter((path) => !close(path));
}

function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}

/** Symbolic links are skipped: their targets are not ours to change. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
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
