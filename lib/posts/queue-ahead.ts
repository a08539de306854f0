import type { Db } from "../db/store.ts";
import type { QueueSettings } from "../workspaces/queue-settings.ts";
import { listOccupied, type OccupiedPlace } from "./occupied-places-repository.ts";
import { type Place, placesOf } from "./places.ts";

/** How far ahead places are offered, in milliseconds. */
const horizonMs = 60 * 86_400_000;

interface Ahead {
  readonly places: readonly Place[];
  readonly occupied: readonly OccupiedPlace[];
}

/** Returns the places of every queue that is not paused, and the planned posts, for the next 60 days. */
export async function queueAhead(
  db: Db,
  workspaceId: string,
  {
    queue: { slots, pausedAccountIds },
    timeZone,
    now,
  }: { readonly queue: QueueSettings; readonly timeZone: string; readonly now: Date },
): Promise<Ahead> {
  const until = new Date(now.getTime() + horizonMs);
  const given = slots.filter(({ accountId }) => !pausedAccountIds.includes(accountId));
  if (given.length === 0) return { places: [], occupied: [] };
  return {
    places: placesOf(given, { timeZone, from: now, until }),
    occupied: await listOccupied(db, workspaceId, { from: now, until }),
  };
}

/** Whether a post other than `except` is planned on one of these accounts at exactly that instant. */
export async function isOccupied(
  db: Db,
  workspaceId: string,
  {
    accountIds,
    at,
    except = [],
  }: {
    readonly accountIds: readonly string[];
    readonly at: Date;
    readonly except?: readonly string[];
  },
): Promise<boolean> {
  const occupied = await listOccupied(db, workspaceId, around(at));
  return occupied.some(
    ({ accountId, postId }) => accountIds.includes(accountId) && !except.includes(postId),
  );
}

/** Whether a queue of one of these accounts that is not paused has a place at exactly that instant. */
export function isPlaceAt(
  { slots, pausedAccountIds, timeZone }: QueueSettings & { readonly timeZone: string },
  { accountIds, at }: { readonly accountIds: readonly string[]; readonly at: Date },
): boolean {
  const given = slots.filter(
    ({ accountId }) => accountIds.includes(accountId) && !pausedAccountIds.includes(accountId),
  );
  return placesOf(given, { timeZone, ...around(at) }).length > 0;
}

function around(at: Date): { from: Date; until: Date } {
  return { from: new Date(at.getTime() - 1), until: new Date(at.getTime() + 1) };
}
