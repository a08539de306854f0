import { setImmediate as everyoneElse } from "node:timers/promises";

import type { Db, Store } from "../db/store.ts";

interface Waiting {
  readonly work: (tx: Db) => Promise<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

const most = 100;

/**
 * Transactions that wait for the disk together: works that arrive while one commit is under way
 * share the next. A commit costs the same for one change as for a hundred, and at a full hour a
 * hundred posts want to leave. A work that fails takes nobody with it.
 */
export function sharedCommit(transact: Store["transact"]): Store["transact"] {
  let waiting: Waiting[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      // On SQLite nothing ever waits for anything: let everyone who is ready arrive first.
      await everyoneElse();
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await commit(transact, batch);
    }
    isRunning = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (!isRunning) void run();
    });
}

async function commit(transact: Store["transact"], batch: readonly Waiting[]): Promise<void> {
  try {
    const values = await transact(async (tx) => {
      const all: unknown[] = [];
      for (const { work } of batch) all.push(await work(tx));
      return all;
    });
    batch.forEach(({ resolve }, index) => resolve(values[index] as never));
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1) only?.reject(error);
    else for (const one of batch) await commit(transact, [one]);
  }
}
