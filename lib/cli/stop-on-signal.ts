/** Something that runs and can be ended; `close` finishes what is under way. */
export interface Stoppable {
  close(): Promise<void>;
}

const patienceMs = 4_500;

/**
 * Ends the process when asked to: everything in `running` is closed, last first, and what takes
 * longer than 4.5 s is left behind. Returns how to end it from inside.
 */
export function stopOnSignal(running: readonly Stoppable[]): (code: number) => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = (code: number) => (stopping ??= closeAll(running, code));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  // The launcher holds the other end of this channel: it is gone.
  process.on("disconnect", () => void stop(0));
  process.channel?.unref();
  return stop;
}

async function closeAll(running: readonly Stoppable[], code: number): Promise<void> {
  setTimeout(() => process.exit(code), patienceMs).unref();
  for (const part of running.toReversed())
    await part.close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  process.exit(code);
}
