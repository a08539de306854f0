import type { Db } from "../db/store.ts";
import { isStopped, type SendingStop } from "./sending-stop.ts";
import { listStops } from "./stop-repository.ts";

/**
 * A stop must take effect within two seconds, but many simultaneous sends must not each query the database.
 */
const freshMs = 250;

/** Returns a function that tells whether sending is stopped in a workspace, at most 250 ms out of date. */
export function stopCache(db: Db): (workspaceId: string) => Promise<boolean> {
  let readAt = -Infinity;
  let stops: Promise<SendingStop[]> = Promise.resolve([]);
  return async (workspaceId) => {
    if (performance.now() - readAt > freshMs) {
      readAt = performance.now();
      stops = listStops(db);
    }
    return isStopped(await stops, workspaceId);
  };
}
