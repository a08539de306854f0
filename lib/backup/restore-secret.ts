import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { stampOf } from "./backup.ts";
import { secretBeside } from "./copy-secret.ts";

export interface RestoredSecret {
  /** Null where the key that was here stayed. */
  readonly from: string | null;
  /** For a restore that did not come to its end: the database that stays needs its own key. */
  readonly undo: () => void;
}

/**
 * Takes the key that lies beside a backup, where there is one; another one that is here is kept under
 * a new name. `begin` is called before anything is changed.
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
