import type { Db } from "../db/store.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { Delivery } from "./delivery.ts";
import { intentColumns, sendingOf } from "./in-flight.ts";
import { updateAllHeld } from "./repository.ts";
import type { Run } from "./run.ts";

export interface Intent {
  readonly run: Run;
  readonly claimed: Delivery;
  readonly request: JsonObject;
}

/** From this commit on, silence means doubt. Undefined for those that somebody else has by now. */
export async function saveIntents(
  tx: Db,
  intents: readonly Intent[],
): Promise<(Delivery | undefined)[]> {
  const changes = intents.map(({ run, claimed, request }) => ({
    before: claimed,
    after: sendingOf(claimed, request, run.runtime.clock.now()),
  }));
  const ours = await updateAllHeld(tx, intentColumns, changes);
  // Sending already, and with our fence: an earlier try was kept, though we were told otherwise.
  const kept = changes.filter(({ before }) => !ours.has(before.id));
  const again = await updateAllHeld(
    tx,
    intentColumns,
    kept.map(({ before, after }) => ({ before: { ...before, state: "sending" }, after })),
  );
  return changes.map(({ after }) =>
    ours.has(after.id) || again.has(after.id) ? after : undefined,
  );
}
