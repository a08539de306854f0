import type { Clock } from "../kernel/clock.ts";
import type { Runtime } from "../kernel/context.ts";

const longestTripMs = 5_000;

export interface AgreedClock extends Clock {
  /** Asks the database for its time anew. */
  compare(): Promise<void>;
}

/**
 * One time for all workers of a database: its server's, as last compared. Leases and due instants
 * that one machine writes and another reads would else be off by as much as their clocks differ.
 * Where the database has no clock of its own, this machine's is the one.
 */
export function agreedClock({
  clock,
  serverTime,
  log,
}: Pick<Runtime, "clock" | "serverTime" | "log">): AgreedClock {
  let offsetMs = 0;
  return {
    now: () => new Date(clock.now().getTime() + offsetMs),
    async compare() {
      const before = clock.now().getTime();
      const there = await serverTime?.().catch((error: unknown) => {
        log.warn({ error: String(error) }, "The database did not tell its time.");
      });
      const after = clock.now().getTime();
      // A process that slept in between would take half of its sleep for a difference of clocks.
      if (there && after - before < longestTripMs)
        offsetMs = beyond(there.getTime(), { before, after });
    },
  };
}

/** What the length of the trip explains is no difference: a slow answer must not make posts leave early. */
function beyond(there: number, { before, after }: { before: number; after: number }): number {
  if (there > after) return there - after;
  return Math.min(0, there - before);
}
