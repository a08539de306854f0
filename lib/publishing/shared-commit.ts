import { setImmediate as everyoneElse } from "node:timers/promises";

import type { Db, Store } from "../db/store.ts";

/** Work that costs hardly more for many than for one: a value for each item, in their order. */
export type Together<Item, Value> = (tx: Db, items: readonly Item[]) => Promise<readonly Value[]>;

export interface SharedCommit {
  /** Does the same work for all items that arrive while the commit before is under way. */
  readonly together: <Item, Value>(work: Together<Item, Value>, item: Item) => Promise<Value>;
  readonly transact: Store["transact"];
}

interface Waiting {
  readonly work: Together<unknown, unknown>;
  readonly item: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const worksPerCommit = 500;

/**
 * Transactions that wait for the disk together: works that arrive while one commit is under way
 * share the next. A commit costs the same for one change as for a hundred, and at a full hour a
 * hundred posts want to leave. A work that fails takes nobody with it. `lanes`: how many commits may
 * be under way at once.
 */
export function sharedCommit(transact: Store["transact"], lanes = 1): SharedCommit {
  let waiting: Waiting[] = [];
  let running = 0;

  async function run(): Promise<void> {
    running += 1;
    while (waiting.length > 0) {
      // On SQLite nothing ever waits for anything: let everyone who is ready arrive first.
      await everyoneElse();
      const batch = waiting.slice(0, worksPerCommit);
      waiting = waiting.slice(worksPerCommit);
      if (batch.length > 0) await commit(transact, batch);
    }
    running -= 1;
  }
  const together: SharedCommit["together"] = (work, item) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, item, resolve, reject } as Waiting);
      if (running < lanes) void run();
    });

  return { together, transact: (work) => together(eachAlone<typeof work, never>, work) };
}

async function eachAlone<Work extends (tx: Db) => Promise<unknown>, Value>(
  tx: Db,
  works: readonly Work[],
): Promise<Value[]> {
  const values: unknown[] = [];
  for (const work of works) values.push(await work(tx));
  return values as Value[];
}

async function commit(transact: Store["transact"], batch: readonly Waiting[]): Promise<void> {
  try {
    const values = await transact((tx) => doAll(tx, batch));
    for (const one of batch) one.resolve(values.get(one));
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1) only?.reject(error);
    else for (const one of batch) await commit(transact, [one]);
  }
}

async function doAll(tx: Db, batch: readonly Waiting[]): Promise<Map<Waiting, unknown>> {
  const values = new Map<Waiting, unknown>();
  for (const work of new Set(batch.map((one) => one.work))) {
    const ones = batch.filter((one) => one.work === work);
    const items = ones.map((one) => one.item);
    const results = await work(tx, items);
    ones.forEach((one, index) => values.set(one, results[index]));
  }
  return values;
}
