import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Of a mode: everybody but the owner. */
const others = 0o077;

/**
 * Makes the data directory its owner's alone, with the database, its logs, the key and the backups in it; what
 * this process makes from now on is so by itself. Returns what could not be made so: who else can read it, can.
 */
export function keepPrivate(dataDir: string): string[] {
  process.umask(others);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Windows has no modes; what a folder's owner lets others do there is inherited from above.
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

/** What a link leads to is not ours to change. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** False where it stays open: another's, or on a file system that knows no modes. */
function close(path: string): boolean {
  const mode = modeOf(path);
  if ((mode & others) === 0) return true;
  try {
    // A folder that everybody may write into, such as /tmp, is never ours alone.
    if ((mode & 0o1000) === 0) chmodSync(path, mode & 0o700);
  } catch {
    // Seen by the mode it still has.
  }
  return (modeOf(path) & others) === 0;
}

function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
}
