import { isPostgres } from "../db/dialect.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Runtime } from "../kernel/context.ts";
import { type RollbackDetection, rollbackDetection } from "../recovery/rollback-detection.ts";
import { type CommitBatcher, commitBatcher } from "./commit-batcher.ts";
import type { PrefetchedRequest } from "./prefetched-request.ts";
import { stopCache } from "./stop-cache.ts";

/**
 * Simultaneous commits. On PostgreSQL a due post need not wait for the commit of other outcomes; SQLite has
 * one writer.
 */
const lanes = isPostgres ? 2 : 1;

/** State of one running worker. */
export interface Run {
  readonly runtime: Runtime;
  readonly workerId: string;
  /** Runs a transaction that shares its commit with others of this worker. */
  readonly commit: CommitBatcher<Tx>["transact"];
  readonly batch: CommitBatcher<Tx>["batch"];
  /** Runs one query for all callers that ask for the same at the same time. */
  readonly readInBatch: CommitBatcher<Db>["batch"];
  /** True once the product is stopping and nothing new may be sent. */
  readonly isStopping: () => boolean;
  readonly rollback: RollbackDetection;
  /**
   * False when this worker has the maximum number of deliveries in flight; then accounts do not claim their
   * next one.
   */
  readonly hasRoom: () => boolean;
  /** Ids of the deliveries that this process is working on. */
  readonly inFlight: Set<string>;
  /** Prefetched requests by account id, at most one per account. */
  readonly prefetched: Map<string, PrefetchedRequest>;
  /** Whether sending is stopped in the workspace or in the whole installation. */
  readonly isStopped: (workspaceId: string) => Promise<boolean>;
}

export function newRun(
  runtime: Runtime,
  workerId: string,
  { isStopping = () => false, hasRoom = () => true }: Partial<Run> = {},
): Run {
  const { batch, transact } = commitBatcher<Tx>(runtime.transact, lanes);
  return {
    runtime,
    workerId,
    commit: transact,
    batch,
    readInBatch: commitBatcher<Db>((work) => work(runtime.db)).batch,
    isStopping,
    rollback: rollbackDetection(runtime),
    hasRoom,
    inFlight: new Set(),
    prefetched: new Map(),
    isStopped: stopCache(runtime.db),
  };
}
