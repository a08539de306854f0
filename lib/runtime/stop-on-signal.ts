/** Something that runs and can be ended; `close` finishes what is under way. */
export interface Stoppable {
  close(): Promise<void>;
}

const stopTimeoutMs = 4_500;

/** In the order of stopping: nothing new comes in, work is finished, and only then the store is closed. */
export interface Running {
  web?: Stoppable;
  worker?: { stop(): Promise<void> };
  backups?: { stop(): Promise<void> } | undefined;
  store?: Stoppable;
}

/**
 * Ends the process when asked to: everything in `running` is closed, and what takes longer than
 * 4.5 s is left behind. Returns how to end it from inside.
 */
export function stopOnSignal(running: Running): (code: number) => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = (code: number) => (stopping ??= closeAll(running, code));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  // The launcher holds the other end of this channel: it is gone.
  process.on("disconnect", () => void stop(0));
  process.channel?.unref();
  return stop;
}

async function closeAll({ web, worker, backups, store }: Running, code: number): Promise<void> {
  setTimeout(() => process.exit(code), stopTimeoutMs).unref();
  await quietly(() => web?.close());
  await quietly(() => worker?.stop());
  await quietly(() => backups?.stop());
  await quietly(() => store?.close());
  process.exit(code);
}

/** What cannot be closed must not keep the rest open. */
async function quietly(close: () => Promise<void> | undefined): Promise<void> {
  try {
    await close();
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
  }
}
