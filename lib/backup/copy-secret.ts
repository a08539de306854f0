import { constants, copyFileSync, chmodSync, existsSync } from "node:fs";
import { join } from "node:path";

import { flushToDisk } from "../db/sqlite-file.ts";
import { BackupRefused } from "./backup.ts";

/**
 * Copies the installation's encryption key beside a backup. Anyone with both files can act as the connected
 * accounts. Throws if the data directory has no key file.
 */
export function copySecret(dataDir: string, backupFile: string): string {
  const secret = join(dataDir, "secret");
  if (!existsSync(secret)) throw new BackupRefused("no-secret-file", { file: secret });
  const copy = secretBeside(backupFile);
  copyFileSync(secret, copy, constants.COPYFILE_EXCL);
  chmodSync(copy, 0o600);
  flushToDisk(copy);
  return copy;
}

export function secretBeside(backupFile: string): string {
  return `${backupFile}.secret`;
}
