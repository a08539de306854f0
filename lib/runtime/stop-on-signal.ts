/** A running part that can be stopped; `close` finishes its current work. */
export interface Stoppable {
  close(): Promise<void>;
}

const stopTimeoutMs = 4_500;

/**
 * Running parts in the order of stopping: no new requests, then the work is finished, then the store is
 * closed.
 */
export interface Running {
  web?: Stoppable;
  worker?: { stop(): Promise<void> };
  backups?: { stop(): Promise<void> } | undefined;
  store?: Stoppable;
}

/**
 * Ends the process on a signal: closes everything in `running`, for at most 4.5 s. Returns a function that
 * ends the process the same way.
 */
export function stopOnSignal(running: Running): (code: number) => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = (code: number) => (stopping ??= closeAll(running, code));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  // The launcher, at the other end of this channel, has ended.
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

/** If one part cannot be closed, the others are closed nevertheless. */
async function quietly(close: () => Promise<void> | undefined): Promise<void> {
  try {
    await close();
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
  }
}
