import type { Installation } from "../kernel/context.ts";
import { noticeOlderDatabase } from "./notice-older-database.ts";

/** Whether the database that answers is still the one that was written to. */
export interface LookBack {
  /** True from the start, and once a connection was lost: another server may answer, one that lags behind. */
  readonly isDue: () => boolean;
  readonly look: () => Promise<void>;
}

export function newLookBack(installation: Installation): LookBack {
  let looked = -1;
  const interruptions = () => installation.interruptions?.() ?? 0;
  const isDue = () => looked !== interruptions();
  return {
    isDue,
    async look() {
      if (!isDue()) return;
      const seen = interruptions();
      await noticeOlderDatabase(installation);
      looked = seen;
    },
  };
}
