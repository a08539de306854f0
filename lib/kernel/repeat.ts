import type { Runtime } from "./context.ts";

export interface Repeated {
  stop(): Promise<void>;
}

/**
 * Does `work` now and then every `intervalMs`, never two at once, and on every commit where asked.
 * A failure is logged and does not end the round.
 */
export function repeat(
  { log, onCommit }: Pick<Runtime, "log" | "onCommit">,
  name: string,
  intervalMs: number,
  work: () => Promise<unknown>,
  { wakeOnCommit = false }: { wakeOnCommit?: boolean } = {},
): Repeated {
  let isStopped = false;
  let isWanted = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function round(): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error({ error }, `${name} failed; it is tried again.`);
    }
  }
  function wake(): void {
    if (isStopped) return;
    isWanted = true;
    if (running) return;
    clearTimeout(timer);
    running = rounds().finally(() => {
      running = undefined;
      if (!isStopped) timer = setTimeout(wake, intervalMs);
    });
  }
  async function rounds(): Promise<void> {
    while (isWanted && !isStopped) {
      isWanted = false;
      await round();
    }
  }

  const stopListening = wakeOnCommit ? onCommit(wake) : () => {};
  wake();
  return {
    async stop() {
      isStopped = true;
      stopListening();
      clearTimeout(timer);
      await running;
    },
  };
}
