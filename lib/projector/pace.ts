import { isPostgres } from "../db/dialect.ts";
import type { Runtime } from "../kernel/context.ts";
import { isAnyWorkerAlive } from "../publisher/is-any-worker-alive.ts";

/** How much one transaction does: on SQLite others wait for it, and the thread does nothing else meanwhile. */
export interface Pace {
  readonly targetMs: number;
  readonly touchpointsAtMost: number;
  /** Between two transactions: on SQLite others write then. */
  readonly pauseMs: number;
}

/** Beside a publisher, which must not be late. PostgreSQL lets both write at once. */
export const sharedPace: Pace = isPostgres
  ? { targetMs: 60, touchpointsAtMost: 2_000, pauseMs: 0 }
  : { targetMs: 12, touchpointsAtMost: 500, pauseMs: 3 };

/** Where nobody else writes. */
export const fullPace: Pace = { targetMs: 250, touchpointsAtMost: 4_000, pauseMs: 0 };

/** For a process of its own: shared only where it shares its file with a publisher. */
export async function paceOfProcess(runtime: Runtime): Promise<Pace> {
  return !isPostgres && (await isAnyWorkerAlive(runtime)) ? sharedPace : fullPace;
}
