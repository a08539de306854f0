import type { Tx } from "../db/store.ts";
import type { JourneyState } from "../projections/derivation.ts";
import { comparePositions } from "../projections/position.ts";
import { entriesBefore } from "../projections/rewind.ts";
import type { JourneyDue } from "./repository.ts";

/** Up to so many entries are read again at once. */
const fewEntries = 500;
/** Ten times as long as reading one entry again takes, about. */
const msPerEntry = 1;
const longestMs = 60_000;

/**
 * Until when somebody waits for whom something came late, so far back that reading on from there
 * costs much: old posts are collected newest first, and each page of them would read a whole log again.
 * What comes until then is taken with it. Undefined: at once, and whoever has waited already.
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
