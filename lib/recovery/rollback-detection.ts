import type { Runtime } from "../kernel/context.ts";
import { noticeOlderDatabase } from "./notice-older-database.ts";

/** Whether the database that answers is still the one that was written to. */
export interface LookBack {
  /** True from the start, and once a connection was lost: another server may answer, one that lags behind. */
  readonly isDue: () => boolean;
  readonly look: () => Promise<void>;
}

export function newLookBack(runtime: Runtime): LookBack {
  let looked = -1;
  const interruptions = () => runtime.interruptions?.() ?? 0;
  const isDue = () => looked !== interruptions();
  return {
    isDue,
    async look() {
      if (!isDue()) return;
      const seen = interruptions();
      await noticeOlderDatabase(runtime);
      looked = seen;
    },
  };
}
