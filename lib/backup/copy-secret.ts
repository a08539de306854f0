import { constants, copyFileSync, chmodSync, existsSync } from "node:fs";
import { join } from "node:path";

import { flushToDisk } from "../db/sqlite-file.ts";
import { BackupRefused } from "./backup.ts";

/**
 * Copies the installation's encryption key beside a backup. Anyone with both files can act as the connected
 * accounts. Throws as `requireSecret` does.
 */
export function copySecret(dataDir: string, backupFile: string): string {
  const secret = requireSecret(dataDir, backupFile);
  const copy = secretBeside(backupFile);
  copyFileSync(secret, copy, constants.COPYFILE_EXCL);
  chmodSync(copy, 0o600);
  flushToDisk(copy);
  return copy;
}

/** Returns the path of the key file. Throws if it does not exist or if a copy exists already. */
export function requireSecret(dataDir: string, backupFile: string): string {
  const secret = join(dataDir, "secret");
  if (!existsSync(secret)) throw new BackupRefused("no-secret-file", { file: secret });
  const copy = secretBeside(backupFile);
  if (existsSync(copy)) throw new BackupRefused("file-exists", { file: copy });
  return secret;
}

export function secretBeside(backupFile: string): string {
  return `${backupFile}.secret`;
}
