import { startLoop, type Loop } from "../jobs/loop.ts";
import type { Runtime } from "../kernel/context.ts";
import { collectDue } from "./collect-due.ts";
import { nextDueAt } from "./collection-repository.ts";

const pollMs = 30_000;

/**
 * Starts a loop that collects all due accounts, then sleeps until the next is due. A commit makes it look
 * earlier (after a post or a new account), but it is correct with the polling alone.
 */
export function startCollector(runtime: Runtime): Loop {
  return startLoop(
    runtime,
    {
      name: "Collecting",
      everyMs: pollMs,
      afterCommitMs: 250,
      untilNextMs: async () => {
        const next = await nextDueAt(runtime.db);
        return next ? next.getTime() - runtime.clock.now().getTime() : pollMs;
      },
    },
    (stopping) => collectDue(runtime, stopping),
  );
}
