import { setImmediate as everyoneElse } from "node:timers/promises";

import type { Db } from "../db/store.ts";

/** Work on many items that costs hardly more than on one. Returns a value per item, in the same order. */
export type Batched<Handle extends Db, Item, Value> = (
  handle: Handle,
  items: readonly Item[],
) => Promise<readonly Value[]>;

type Run<Handle extends Db> = <Value>(work: (handle: Handle) => Promise<Value>) => Promise<Value>;

/** `Handle` is what the work gets: a transaction, or the read-only database. */
export interface CommitBatcher<Handle extends Db> {
  /** Runs the same work together for all items that arrive while the previous commit is in progress. */
  readonly batch: <Item, Value>(work: Batched<Handle, Item, Value>, item: Item) => Promise<Value>;
  readonly transact: Run<Handle>;
}

interface Waiting<Handle extends Db> {
  readonly work: Batched<Handle, unknown, unknown>;
  readonly item: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const worksPerCommit = 500;

/**
 * Groups transactions: work that arrives during a commit shares the next one. A commit costs about the same
 * for one change as for a hundred, and many posts are due at a full hour. If a group fails, each of its works
 * is run again alone, so one failure does not affect the others. `lanes`: the number of simultaneous commits.
 */
export function commitBatcher<Handle extends Db>(
  transact: Run<Handle>,
  lanes = 1,
): CommitBatcher<Handle> {
  let waiting: Waiting<Handle>[] = [];
  let running = 0;

  async function run(): Promise<void> {
    running += 1;
    while (waiting.length > 0) {
      // SQLite answers without yielding, so other callers get a chance to add their work first.
      await everyoneElse();
      const batch = waiting.slice(0, worksPerCommit);
      waiting = waiting.slice(worksPerCommit);
      if (batch.length > 0) await commit(transact, batch);
    }
    running -= 1;
  }
  const addToBatch: CommitBatcher<Handle>["batch"] = (work, item) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, item, resolve, reject } as Waiting<Handle>);
      if (running < lanes) void run();
    });

  return { batch: addToBatch, transact: (work) => addToBatch(eachAlone<Handle, never>, work) };
}

async function eachAlone<Handle extends Db, Value>(
  handle: Handle,
  works: readonly ((handle: Handle) => Promise<unknown>)[],
): Promise<Value[]> {
  const values: unknown[] = [];
  for (const work of works) values.push(await work(handle));
  return values as Value[];
}

async function commit<Handle extends Db>(
  transact: Run<Handle>,
  batch: readonly Waiting<Handle>[],
): Promise<void> {
  try {
    const values = await transact((handle) => doAll(handle, batch));
    for (const one of batch) one.resolve(values.get(one));
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1) only?.reject(error);
    else for (const one of batch) await commit(transact, [one]);
  }
}

async function doAll<Handle extends Db>(
  handle: Handle,
  batch: readonly Waiting<Handle>[],
): Promise<Map<Waiting<Handle>, unknown>> {
  const values = new Map<Waiting<Handle>, unknown>();
  for (const work of new Set(batch.map((one) => one.work))) {
    const ones = batch.filter((one) => one.work === work);
    const items = ones.map((one) => one.item);
    const results = await work(handle, items);
    ones.forEach((one, index) => values.set(one, results[index]));
  }
  return values;
}
