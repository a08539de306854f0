import { isPostgres } from "../db/dialect.ts";
import type { Runtime } from "../kernel/context.ts";
import { isAnyWorkerAlive } from "../publisher/is-any-worker-alive.ts";

/** How much one transaction does: on SQLite others wait for it, and the thread does nothing else meanwhile. */
export interface Pace {
  readonly targetMs: number;
  /** However long it takes: every transaction has its costs, which very small ones pay for nearly nothing. */
  readonly touchpointsAtLeast: number;
  readonly touchpointsAtMost: number;
  /** Whose logs a rebuild takes up in one transaction. */
  readonly peopleRebuilt: number;
  /** Between two transactions: on SQLite others write then. */
  readonly pauseMs: number;
}

/** Beside a publisher, which must not be late. PostgreSQL lets both write at once. */
export const sharedPace: Pace = isPostgres
  ? {
      targetMs: 150,
      touchpointsAtLeast: 250,
      touchpointsAtMost: 2_000,
      peopleRebuilt: 250,
      pauseMs: 0,
    }
  : {
      targetMs: 12,
      touchpointsAtLeast: 25,
      touchpointsAtMost: 500,
      peopleRebuilt: 100,
      pauseMs: 3,
    };

/** Where nobody else writes. */
export const fullPace: Pace = {
  targetMs: 250,
  touchpointsAtLeast: 1_000,
  touchpointsAtMost: 4_000,
  peopleRebuilt: 500,
  pauseMs: 0,
};

/** For a process of its own: shared only where it shares its file with a publisher. */
export async function paceOfProcess(runtime: Runtime): Promise<Pace> {
  return !isPostgres && (await isAnyWorkerAlive(runtime)) ? sharedPace : fullPace;
}
