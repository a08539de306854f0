import { startLoop, type Loop } from "../jobs/loop.ts";
import type { Runtime } from "../kernel/context.ts";
import { collectDue } from "./collect-due.ts";
import { nextDueAt } from "./collection-repository.ts";

const pollMs = 30_000;

/**
 * Collects whatever is due, then sleeps until the next account is; a commit (a post went out, an
 * account was connected) has it look again. The poll is the truth, the rest only makes it quick.
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
