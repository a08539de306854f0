import type { workers } from "./schema.ts";

export type Worker = typeof workers.$inferSelect;

/** A worker tells that it lives every third of this; unseen for so long, it counts as gone. */
export const unseenMs = 30_000;

export interface Here {
  readonly host: string;
  readonly processId: number;
  /** Workers of this very process. */
  readonly own: ReadonlySet<string>;
  readonly isRunning: (processId: number) => boolean;
}

/** True where a worker certainly runs no more. A restarted container has the same host and often the same process id. */
export function isGone(worker: Worker, here: Here): boolean {
  if (worker.host !== here.host) return false;
  if (worker.processId === here.processId) return !here.own.has(worker.id);
  return !here.isRunning(worker.processId);
}
