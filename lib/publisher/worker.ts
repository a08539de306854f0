import type { workers } from "./schema.ts";

export type Worker = typeof workers.$inferSelect;

/** A worker tells that it lives every third of this; unseen for so long, it counts as gone. */
export const heartbeatTimeoutMs = 30_000;

export interface WorkerHost {
  /** Where process ids mean what they mean here (`hostIdentity`); null where nobody can tell. */
  readonly hostIdentity: string | null;
  readonly processId: number;
  /** Workers of this very process. */
  readonly own: ReadonlySet<string>;
  readonly isRunning: (processId: number) => boolean;
}

/**
 * True where a worker certainly runs no more. A host's name and a number are no identity: two
 * containers may share both. Of a worker of another host only its lease tells.
 */
export function isGone(
  worker: Pick<Worker, "id" | "hostIdentity" | "processId">,
  here: WorkerHost,
): boolean {
  if (worker.hostIdentity === null || worker.hostIdentity !== here.hostIdentity) return false;
  if (worker.processId === here.processId) return !here.own.has(worker.id);
  return !here.isRunning(worker.processId);
}
