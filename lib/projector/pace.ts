import { isPostgres } from "../db/dialect.ts";
import type { Runtime } from "../kernel/context.ts";
import { isAnyWorkerAlive } from "../publisher/is-any-worker-alive.ts";

/** How much one transaction does. On SQLite it blocks other writers and the thread. */
export interface Pace {
  readonly targetMs: number;
  /** A lower limit regardless of the time taken, because small transactions consist mostly of fixed costs. */
  readonly touchpointsAtLeast: number;
  readonly touchpointsAtMost: number;
  /** People whose logs a rebuild starts in one transaction. */
  readonly peopleRebuilt: number;
  /** Pause between two transactions, in which others can write on SQLite. */
  readonly pauseMs: number;
}

/** Next to a publisher, which must not be delayed. PostgreSQL lets both write at once. */
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

/** For a process while nobody else writes to the database. */
export const fullPace: Pace = {
  targetMs: 250,
  touchpointsAtLeast: 1_000,
  touchpointsAtMost: 4_000,
  peopleRebuilt: 500,
  pauseMs: 0,
};

/** Returns the pace for a process of its own: the shared one only if a worker uses the same SQLite file. */
export async function paceOfProcess(runtime: Runtime): Promise<Pace> {
  return !isPostgres && (await isAnyWorkerAlive(runtime)) ? sharedPace : fullPace;
}
