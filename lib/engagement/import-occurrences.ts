import { sha256 } from "../kernel/sha256.ts";
import type { ImportRow } from "./import-row.ts";

/**
 * Gives equal rows of one list different ids, because each is a touchpoint of its own. The ids are the same
 * when the list is read again. Rows of our own export have their ids already.
 */
export function occurrenceNumbers(): (row: ImportRow) => ImportRow {
  // Numbers use less memory than the ids: a list may have two million rows.
  const seen = new Map<number, number>();
  return (row) => {
    if (row.isExported) return row;
    const key = Number.parseInt(sha256(`${row.channel} ${row.remoteId}`).slice(0, 13), 16);
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    if (number === 1) return row;
    return { ...row, remoteId: `csv-${sha256(`${row.remoteId} ${number}`).slice(0, 40)}` };
  };
}
