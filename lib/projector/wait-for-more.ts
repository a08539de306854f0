import type { Tx } from "../db/store.ts";
import type { JourneyState } from "../projections/derivation.ts";
import { comparePositions } from "../projections/position.ts";
import { entriesBefore } from "../projections/rewind.ts";
import type { JourneyDue } from "./repository.ts";

/** Up to this many entries are read again without waiting. */
const fewEntries = 500;
/** About ten times as long as reading one entry again takes. */
const msPerEntry = 1;
const longestMs = 60_000;

/**
 * Returns until when a person waits for more late entries; undefined if they need not wait or have waited.
 * Waiting saves work where a late entry requires reading much of the log again: old posts are collected
 * newest first, and each page would otherwise cause one such rereading.
 */
export async function waitForMore(
  tx: Tx,
  due: JourneyDue,
  known: JourneyState | undefined,
  now: Date,
): Promise<Date | undefined> {
  if (!known || due.nextTryAt !== null) return undefined;
  if (comparePositions(due.since, known.position) > 0 || known.entries < fewEntries)
    return undefined;
  const again = known.entries - (await entriesBefore(tx, known.id, due.since));
  if (again < fewEntries) return undefined;
  return new Date(now.getTime() + Math.min(longestMs, again * msPerEntry));
}
