import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";

import { commitListeners } from "./commit-listeners.ts";
import { listenForCommits, notifyCommit } from "./postgres-wake-up.ts";
import { guarded, type Store } from "./store.ts";

const casing = "snake_case";

export async function openPostgres(url: string): Promise<Store> {
  let lost = 0;
  const onLoss = () => (lost += 1);
  const writers = pool(url, onLoss);
  const readers = pool(url, onLoss, "-c default_transaction_read_only=on");
  const listeners = commitListeners();
  const stopListening = listenForCommits(url, listeners.notify);

  return {
    db: drizzle(readers, { casing }),
    transact: async (work) => {
      const value = await guarded((logger) =>
        drizzle(writers, { casing, logger }).transaction(async (tx) => {
          const result = await work(tx);
          await tx.execute(notifyCommit);
          return result;
        }),
      );
      listeners.notify();
      return value;
    },
    onCommit: listeners.add,
    interruptions: () => lost,
    close: async () => {
      listeners.clear();
      await stopListening();
      await readers.end();
      await writers.end();
    },
  };
}

/** A client that loses its server emits an error; without a listener that ends the process. */
function pool(connectionString: string, onLoss: () => void, options?: string): pg.Pool {
  const created = new pg.Pool({ connectionString, ...(options && { options }), max: 8 });
  created.on("error", () => {});
  created.on("connect", (client) => client.on("error", onLoss));
  return created;
}
