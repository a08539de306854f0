import type { Installation } from "../kernel/context.ts";
import type { SafeMode } from "../publishing/safe-mode.ts";
import type { BackupPlace } from "./backup.ts";

/** Opens the product on a database that has been migrated. */
export type OpenInstallation = (place: BackupPlace) => Promise<Installation>;

export interface Restored {
  readonly from: string;
  readonly safeMode: SafeMode;
  /** Where what was there before is kept now; null where there was nothing. */
  readonly aside: string | null;
  /** Accounts whose sign-in the key that is here cannot open. */
  readonly lockedAccounts: number;
  /** Where the key came from the backup. */
  readonly secretFrom: string | null;
}

export type Settled = Pick<Restored, "safeMode" | "lockedAccounts">;
