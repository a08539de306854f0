import type Database from "better-sqlite3";

const attempts = 50;
const waitMs = 20;

/**
 * Enables write-ahead logging. The switch needs exclusive access to a new file, so it is retried for about a
 * second if another process starts at the same time.
 */
export function useWriteAheadLog(connection: Database.Database): void {
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 1; ; attempt += 1) {
    try {
      connection.pragma("journal_mode = WAL");
      return;
    } catch (error) {
      if (attempt === attempts || !String(error).includes("locked")) throw error;
      Atomics.wait(nothing, 0, 0, waitMs);
    }
  }
}
