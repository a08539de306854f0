import { copyFileSync, existsSync, readFileSync, renameSync, chmodSync } from "node:fs";
import { join } from "node:path";

import { stampOf } from "./backup.ts";
import { secretBeside } from "./copy-secret.ts";

/** Takes the key that lies beside a backup, where there is one; another one that is here is kept under a new name. */
export function restoreSecret(dataDir: string, backupFile: string, at: Date): string | null {
  const from = secretBeside(backupFile);
  const secret = join(dataDir, "secret");
  if (!existsSync(from)) return null;
  if (existsSync(secret)) {
    if (readFileSync(secret, "utf8") === readFileSync(from, "utf8")) return null;
    renameSync(secret, `${secret}-before-restore-${stampOf(at)}`);
  }
  copyFileSync(from, secret);
  chmodSync(secret, 0o600);
  return from;
}
