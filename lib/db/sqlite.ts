import { setTimeout as sleep } from "node:timers/promises";
import { isMainThread } from "node:worker_threads";

import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";

import { commitListeners } from "./commit-listeners.ts";
import { fileLocking } from "./locking.ts";
import { guard, guarded, type Db, type Store, type Tx } from "./store.ts";
import { useWriteAheadLog } from "./write-ahead-log.ts";

const casing = "snake_case";
const otherProcessPollMs = 250;
/** A large page of reactions changes more than SQLite's own 2 MB: what does not fit is written twice. */
const writerCacheKiB = 16_000;
const readerCacheKiB = 8_000;

/**
 * One connection that only reads and one that only writes. better-sqlite3 is synchronous and
 * refuses async transactions, so this opens and ends them itself, one at a time. Its builders can
 * be awaited and have everything that `Db` and `Tx` name.
 */
export function openSqlite(file: string): Store {
  const writer = connect(file);
  const reader = connect(file);
  writer.pragma(`cache_size = -${writerCacheKiB}`);
  // Moving the log's pages into the file takes a while: the thread that derives does it before the one that serves.
  writer.pragma(`wal_autocheckpoint = ${isMainThread ? 4_000 : 1_000}`);
  reader.pragma(`cache_size = -${readerCacheKiB}`);
  reader.pragma("query_only = ON");
  // Made once: what Drizzle has learned of the tables, and what was prepared, holds for all transactions.
  const tx = Object.assign(drizzle(writer, { casing, logger: guard }), fileLocking, {
    requireOpen: guard.logQuery,
  }) as unknown as Tx;
  const listeners = commitListeners();
  const stopWatching = watchOtherProcesses(reader, listeners.notify);
  let lastWrite: Promise<unknown> = Promise.resolve();

  return {
    db: drizzle(reader, { casing }) as unknown as Db,
    transact: (work) =>
      guarded(() => {
        const result = lastWrite.then(async () => {
          await begin(writer);
          try {
            const value = await work(tx);
            writer.exec("commit");
            return value;
          } catch (error) {
            if (writer.inTransaction) writer.exec("rollback");
            throw error;
          }
        });
        lastWrite = result.then(listeners.notify, () => {});
        return result;
      }),
    onCommit: listeners.add,
    close: async () => {
      stopWatching();
      listeners.clear();
      await lastWrite;
      reader.close();
      writer.close();
    },
  };
}

/**
 * Waits for another connection's write without blocking the event loop. At first it looks every
 * millisecond: who derives leaves the file alone for a few between two writes.
 */
async function begin(writer: Database.Database): Promise<void> {
  const begun = performance.now();
  const deadline = begun + 30_000;
  for (let wait = 1; ; wait = performance.now() - begun < 200 ? 1 : Math.min(wait * 2, 50)) {
    try {
      writer.exec("begin immediate");
      return;
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (!busy || performance.now() > deadline) throw error;
      await sleep(wait);
    }
  }
}

/** `data_version` changes when another connection has committed; asking costs microseconds. */
function watchOtherProcesses(reader: Database.Database, notify: () => void): () => void {
  const version = () => reader.pragma("data_version", { simple: true });
  let seen = version();
  const timer = setInterval(() => {
    const now = version();
    if (now === seen) return;
    seen = now;
    notify();
  }, otherProcessPollMs);
  timer.unref();
  return () => clearInterval(timer);
}

function connect(file: string): Database.Database {
  const connection = new Database(file, { timeout: 0 });
  useWriteAheadLog(connection);
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  // What was deleted is overwritten: backups copy the file's unused bytes, too.
  connection.pragma("secure_delete = ON");
  return connection;
}
