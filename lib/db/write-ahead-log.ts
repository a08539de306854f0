import type Database from "better-sqlite3";

const attempts = 50;
const waitMs = 20;

/** Switching a new file to it needs the file alone for a moment; two processes may start at once. */
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
