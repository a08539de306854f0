import { sha256 } from "../kernel/sha256.ts";
import type { ImportRow } from "./import-row.ts";

/**
 * Two equal rows of one list are two touchpoints: the second, third … get an id of their own, which is
 * the same one when the list is read again. Rows of our own export say themselves which they are.
 */
export function occurrenceNumbers(): (row: ImportRow) => ImportRow {
  // As numbers: of two million rows the ids themselves would fill the memory.
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
