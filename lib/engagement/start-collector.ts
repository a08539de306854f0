import type { Runtime } from "../kernel/context.ts";
import { collectDue } from "./collect-due.ts";
import { nextDueAt } from "./collection-repository.ts";

const pollMs = 30_000;
const shortestMs = 250;

/**
 * Collects whatever is due, then sleeps until the next account is; a commit (a post went out, an
 * account was connected) has it look again. The poll is the truth, the rest only makes it quick.
 */
export function startCollector(runtime: Runtime): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function round(): Promise<void> {
    let wait = pollMs;
    try {
      await collectDue(runtime);
      wait = await untilNext(runtime);
    } catch (error) {
      runtime.log.error({ error }, "Collecting failed; it is tried again.");
    }
    running = undefined;
    arm(wait);
  }
  function arm(wait: number): void {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(() => {
      running = round();
    }, wait);
  }
  const stopListening = runtime.onCommit(() => {
    if (!running) arm(shortestMs);
  });
  running = round();
  return {
    async stop() {
      isStopped = true;
      stopListening();
      clearTimeout(timer);
      await running;
    },
  };
}

async function untilNext(runtime: Runtime): Promise<number> {
  const next = await nextDueAt(runtime.db);
  if (!next) return pollMs;
  const wait = next.getTime() - runtime.clock.now().getTime();
  return Math.min(Math.max(wait, shortestMs), pollMs);
}
