import type { workers } from "./schema.ts";

export type Worker = typeof workers.$inferSelect;

/** A worker that has not reported for this long counts as gone; it reports every third of this time. */
export const heartbeatTimeoutMs = 30_000;

export interface WorkerHost {
  /** Scope in which process ids are unique; null if it cannot be determined. */
  readonly hostIdentity: string | null;
  readonly processId: number;
  /** Ids of workers in this process. */
  readonly own: ReadonlySet<string>;
  readonly isRunning: (processId: number) => boolean;
}

/**
 * Whether a worker certainly no longer runs. The host name and process id do not identify it, because two
 * containers may share both. A worker of another host is only known to be gone by its expired lease.
 */
export function isGone(
  worker: Pick<Worker, "id" | "hostIdentity" | "processId">,
  here: WorkerHost,
): boolean {
  if (worker.hostIdentity === null || worker.hostIdentity !== here.hostIdentity) return false;
  if (worker.processId === here.processId) return !here.own.has(worker.id);
  return !here.isRunning(worker.processId);
}
