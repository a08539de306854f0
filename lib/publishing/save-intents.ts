import type { Db } from "../db/store.ts";
import type { JsonObject } from "../networks/remote.ts";
import { leaseMs } from "./claim-due.ts";
import type { Delivery } from "./delivery.ts";
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
  const changes = intents.map((intent) => ({ before: intent.claimed, after: sendingOf(intent) }));
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

const intentColumns = [
  "state",
  "request",
  "intentAt",
  "firstIntentAt",
  "attempts",
  "leaseUntil",
  "updatedAt",
] as const;

function sendingOf({ run, claimed, request }: Intent): Delivery {
  const now = run.installation.clock.now();
  return {
    ...claimed,
    state: "sending",
    request,
    intentAt: now,
    firstIntentAt: claimed.firstIntentAt ?? now,
    attempts: claimed.attempts + 1,
    leaseUntil: new Date(now.getTime() + leaseMs(claimed.network)),
    updatedAt: now,
  };
}
