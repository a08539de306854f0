import type { Db } from "../db/store.ts";
import { reasonToLook } from "./after-restore.ts";
import type { Delivery } from "./delivery.ts";
import { listThread, updateDelivery } from "./repository.ts";
import { findPostAge, findSafeModeAt } from "./safe-mode-repository.ts";

/** The rest of the thread follows a part that is to go out (again) at `at`. */
export async function reviveRest(tx: Db, delivery: Delivery, at: Date, now: Date): Promise<void> {
  const post = await findPostAge(tx, delivery);
  const reason = reasonToLook(post, await findSafeModeAt(tx));
  for (const { id, state } of await listThread(tx, delivery, "after"))
    if (state === "stopped" || state === "missed" || state === "scheduled")
      await updateDelivery(tx, delivery.workspaceId, id, {
        state: "scheduled",
        dueAt: at,
        plannedAt: at,
        reason,
        reasonDetail: null,
        updatedAt: now,
      });
}
