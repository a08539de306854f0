import { isPostgres } from "../db/dialect.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Runtime } from "../kernel/context.ts";
import { type LookBack, newLookBack } from "../recovery/rollback-detection.ts";
import { type SharedCommit, sharedCommit } from "./commit-batcher.ts";
import type { Ahead } from "./prefetched-request.ts";
import { stopWatch } from "./stop-cache.ts";

/** On PostgreSQL a post that is due need not wait for the commit of others' outcomes; SQLite has one writer. */
const lanes = isPostgres ? 2 : 1;

/** One worker at work. */
export interface Run {
  readonly runtime: Runtime;
  readonly workerId: string;
  /** Commits together with whatever else this worker has to save at the moment. */
  readonly commit: SharedCommit<Tx>["transact"];
  readonly together: SharedCommit<Tx>["together"];
  /** One question to the database for all who ask the same at the moment. */
  readonly readTogether: SharedCommit<Db>["together"];
  /** True once nothing new may be sent. */
  readonly isStopping: () => boolean;
  readonly lookBack: LookBack;
  /** False while more waits than this worker can have in flight: then nobody keeps their place. */
  readonly hasRoom: () => boolean;
  /** Ids of the deliveries that this process works on. */
  readonly held: Set<string>;
  /** What is made ready before it is claimed, one an account, by the account's id. */
  readonly ahead: Map<string, Ahead>;
  /** Whether somebody stopped all sending in a workspace. */
  readonly isStopped: (workspaceId: string) => Promise<boolean>;
}

export function newRun(
  runtime: Runtime,
  workerId: string,
  { isStopping = () => false, hasRoom = () => true }: Partial<Run> = {},
): Run {
  const { together, transact } = sharedCommit<Tx>(runtime.transact, lanes);
  return {
    runtime: { ...runtime, transact },
    workerId,
    commit: transact,
    together,
    readTogether: sharedCommit<Db>((work) => work(runtime.db)).together,
    isStopping,
    lookBack: newLookBack(runtime),
    hasRoom,
    held: new Set(),
    ahead: new Map(),
    isStopped: stopWatch(runtime.db),
  };
}
