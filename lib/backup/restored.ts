import type { Runtime } from "../kernel/context.ts";
import type { ErasedAgain } from "../people/erase-again.ts";
import type { KnownErasures } from "../people/known-erasures.ts";
import type { SafeMode } from "../recovery/safe-mode.ts";
import type { BackupPlace } from "./backup.ts";

/** Opens the product on a migrated database. */
export type OpenRuntime = (place: BackupPlace) => Promise<Runtime>;

/** Result of repeating the erasures that were made after the backup. */
export interface ErasuresKept extends ErasedAgain {
  /**
   * "read" if the old database could tell who was erased, "damaged" if only partly or not, "absent" if there
   * was none.
   */
  readonly source: "read" | "damaged" | "absent";
}

export interface RecalledErasures {
  readonly source: ErasuresKept["source"];
  readonly known: KnownErasures;
}

export interface Restored {
  readonly from: string;
  readonly safeMode: SafeMode;
  /** Path of the old database; null if there was none. */
  readonly aside: string | null;
  /** Number of accounts whose credentials the current key cannot decrypt. */
  readonly lockedAccounts: number;
  /** Path of the key that was restored with the backup; null if the current key was kept. */
  readonly secretFrom: string | null;
  readonly erasures: ErasuresKept;
}

export type Settled = Pick<Restored, "safeMode" | "lockedAccounts" | "erasures">;
