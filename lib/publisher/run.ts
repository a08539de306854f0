import { isPostgres } from "../db/dialect.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Runtime } from "../kernel/context.ts";
import { type RollbackDetection, rollbackDetection } from "../recovery/rollback-detection.ts";
import { type CommitBatcher, commitBatcher } from "./commit-batcher.ts";
import type { PrefetchedRequest } from "./prefetched-request.ts";
import { stopCache } from "./stop-cache.ts";

/** On PostgreSQL a post that is due need not wait for the commit of others' outcomes; SQLite has one writer. */
const lanes = isPostgres ? 2 : 1;

/** One worker at work. */
export interface Run {
  readonly runtime: Runtime;
  readonly workerId: string;
  /** Commits together with whatever else this worker has to save at the moment. */
  readonly commit: CommitBatcher<Tx>["transact"];
  readonly batch: CommitBatcher<Tx>["batch"];
  /** One question to the database for all who ask the same at the moment. */
  readonly readInBatch: CommitBatcher<Db>["batch"];
  /** True once nothing new may be sent. */
  readonly isStopping: () => boolean;
  readonly rollback: RollbackDetection;
  /** False while more waits than this worker can have in flight: then nobody keeps their place. */
  readonly hasRoom: () => boolean;
  /** Ids of the deliveries that this process works on. */
  readonly inFlight: Set<string>;
  /** What is made ready before it is claimed, one an account, by the account's id. */
  readonly prefetched: Map<string, PrefetchedRequest>;
  /** Whether somebody stopped all sending in a workspace. */
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
