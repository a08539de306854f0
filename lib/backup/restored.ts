import type { Runtime } from "../kernel/context.ts";
import type { ErasedAgain } from "../people/erase-again.ts";
import type { KnownErasures } from "../people/known-erasures.ts";
import type { SafeMode } from "../recovery/safe-mode.ts";
import type { BackupPlace } from "./backup.ts";

/** Opens the product on a database that has been migrated. */
export type OpenRuntime = (place: BackupPlace) => Promise<Runtime>;

/** What became of the people who were erased since the backup was made. */
export interface ErasuresKept extends ErasedAgain {
  /** Whether the database that was there could tell: not where there was none, or a damaged one. */
  readonly source: "read" | "damaged" | "absent";
}

export interface RecalledErasures {
  readonly source: ErasuresKept["source"];
  readonly known: KnownErasures;
}

export interface Restored {
  readonly from: string;
  readonly safeMode: SafeMode;
  /** Where what was there before is kept now; null where there was nothing. */
  readonly aside: string | null;
  /** Accounts whose sign-in the key that is here cannot open. */
  readonly lockedAccounts: number;
  /** Where the key came from the backup. */
  readonly secretFrom: string | null;
  readonly erasures: ErasuresKept;
}

export type Settled = Pick<Restored, "safeMode" | "lockedAccounts" | "erasures">;
