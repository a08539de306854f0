import type { Clock } from "../kernel/clock.ts";
import type { Runtime } from "../kernel/context.ts";

const longestTripMs = 5_000;

export interface AgreedClock extends Clock {
  /** Reads the database's time again and updates the offset. */
  compare(): Promise<void>;
}

/**
 * A clock that follows the database server's time as last compared. It is shared by all workers, because
 * leases and due times that one machine writes and another reads would otherwise be off by the difference of
 * their clocks. On SQLite it is this machine's clock.
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
      // If the process was suspended during the query, half of that time would count as a clock difference.
      if (there && after - before < longestTripMs)
        offsetMs = beyond(there.getTime(), { before, after });
    },
  };
}

/**
 * Returns the offset in milliseconds that the query's duration cannot explain, so that a slow answer does not
 * make posts leave early.
 */
function beyond(there: number, { before, after }: { before: number; after: number }): number {
  if (there > after) return there - after;
  return Math.min(0, there - before);
}
