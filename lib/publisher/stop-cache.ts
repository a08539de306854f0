import type { Db } from "../db/store.ts";
import { isStopped, type SendingStop } from "./sending-stop.ts";
import { listStops } from "./stop-repository.ts";

/** A stop must hold within two seconds; a send at a full hour must not wait for a read each. */
const freshMs = 250;

/** Tells whether sending is stopped in a workspace, as of a quarter of a second ago at most. */
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
