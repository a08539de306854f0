import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { stampOf } from "./backup.ts";
import { secretBeside } from "./copy-secret.ts";

export interface RestoredSecret {
  /** File of the key that was restored; null if the current key was kept. */
  readonly from: string | null;
  /** Puts the previous key back when the restore fails, because the old database needs it. */
  readonly undo: () => void;
}

/**
 * Restores the key file beside a backup, if there is one; a different current key is kept under a new name.
 * `begin` is called before the first change.
 */
export function restoreSecret(
  dataDir: string,
  backupFile: string,
  at: Date,
  begin: () => void,
): RestoredSecret {
  const from = secretBeside(backupFile);
  const secret = join(dataDir, "secret");
  const before = existsSync(secret) ? readFileSync(secret, "utf8") : undefined;
  if (!existsSync(from) || before === readFileSync(from, "utf8"))
    return { from: null, undo: () => {} };
  begin();
  const aside = `${secret}-before-restore-${stampOf(at)}`;
  if (before !== undefined) renameSync(secret, aside);
  copyFileSync(from, secret);
  chmodSync(secret, 0o600);
  const undo = () => (before === undefined ? rmSync(secret) : renameSync(aside, secret));
  return { from, undo };
}
