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
/**
 * A large page of reactions changes more than SQLite's default cache of 2 MB; pages that do not fit are
 * written twice.
 */
const writerCacheKiB = 16_000;
const readerCacheKiB = 8_000;

/**
 * Opens one read-only connection and one for writing. better-sqlite3 is synchronous and refuses asynchronous
 * transactions, so this function begins and ends them itself, one at a time. The query builders can be
 * awaited and offer everything that `Db` and `Tx` declare.
 */
export function openSqlite(file: string): Store {
  const writer = connect(file);
  const reader = connect(file);
  writer.pragma(`cache_size = -${writerCacheKiB}`);
  // A checkpoint takes a while. The lower limit lets the projector's thread run it before the thread that
  // serves requests.
  writer.pragma(`wal_autocheckpoint = ${isMainThread ? 4_000 : 1_000}`);
  reader.pragma(`cache_size = -${readerCacheKiB}`);
  reader.pragma("query_only = ON");
  // Created once, so that Drizzle's table metadata and the prepared statements are reused by all
  // transactions.
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
 * Begins a transaction, waiting for another connection's write without blocking the event loop. Retries every
 * millisecond at first, because the projector leaves the file unlocked for only a few milliseconds between
 * two writes.
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

/** Polls `data_version`, which changes when another connection commits; reading it takes microseconds. */
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
  // Overwrites deleted data with zeros, because backups also copy the unused bytes of the file.
  connection.pragma("secure_delete = ON");
  return connection;
}
