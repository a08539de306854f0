import { withSession } from "../accounts/with-session.ts";
import type { Db } from "../db/store.ts";
import { connectorFor } from "../networks/registry.ts";
import type { JsonObject } from "../networks/remote.ts";
import { leaseMs } from "./claim-due.ts";
import type { Delivery } from "./delivery.ts";
import { inTime } from "./in-time.ts";
import { insist } from "./insist.ts";
import { openImage } from "./open-image.ts";
import { outgoingPart } from "./outgoing-part.ts";
import { updateAllHeld } from "./repository.ts";
import type { Run } from "./run.ts";
import { saveChange } from "./save-change.ts";
import { saveOutcome } from "./save-outcome.ts";
import type { PrepareAnswer, PublishAnswer } from "./step.ts";

/**
 * Sends a claimed delivery: makes the request (or takes the one that was frozen), commits that it
 * is about to leave, and only then lets it leave. From that commit on, silence means doubt.
 * Returns the account's next delivery, if it was claimed on the way.
 */
export async function sendDelivery(run: Run, claimed: Delivery): Promise<Delivery | undefined> {
  const prepared = claimed.request
    ? { kind: "ready" as const, request: claimed.request }
    : await prepare(run, claimed);
  if (prepared.kind !== "ready")
    return saveOutcome(run, claimed, { phase: "prepare", outcome: prepared });
  if (run.isStopping()) return putBack(run, claimed);
  const { request } = prepared;
  const sending = await insist(run, claimed, () =>
    run.together(saveIntents, { run, claimed, request }),
  );
  if (!sending) return undefined;
  const { id: deliveryId, fence, intentAt } = sending;
  if (intentAt) run.installation.witness?.note({ deliveryId, fence, at: intentAt });
  const outcome = await publish(run, sending, prepared.request);
  return saveOutcome(run, sending, { phase: "publish", outcome });
}

/** Everything here may be done twice, so whatever goes wrong is "nothing was posted". */
async function prepare(
  run: Run,
  claimed: Delivery,
): Promise<PrepareAnswer | { kind: "ready"; request: JsonObject }> {
  const { installation } = run;
  try {
    const part = await outgoingPart(installation, claimed);
    return await withSession(installation, accountOf(claimed), (session, { prepare, limits }) => {
      const image = openImage(installation, claimed.workspaceId, limits.images);
      return prepare({ ...session, image }, part);
    });
  } catch (error) {
    const detail = String(error);
    installation.log.error({ deliveryId: claimed.id, error: detail }, "Preparing failed.");
    return { kind: "not-sent", detail };
  }
}

interface Intent {
  readonly run: Run;
  readonly claimed: Delivery;
  readonly request: JsonObject;
}

async function saveIntents(tx: Db, intents: readonly Intent[]): Promise<(Delivery | undefined)[]> {
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

async function publish(run: Run, sending: Delivery, request: JsonObject): Promise<PublishAnswer> {
  const { timeoutMs } = connectorFor(sending.network).outcome;
  const { installation, isStopped } = run;
  const latest = (sending.leaseUntil?.getTime() ?? 0) - timeoutMs;
  let [hasLeft, isGivenUp] = [false, false];
  const answer = withSession(installation, accountOf(sending), async (session, connector) => {
    if (await isStopped(sending.workspaceId)) return { kind: "stopped" as const };
    // Read again: the process may have been paused since the commit, or a sign-in renewed slowly.
    if (isGivenUp || installation.clock.now().getTime() >= latest)
      return { kind: "not-sent" as const, detail: "The lease would have ended first." };
    hasLeft = true;
    return connector.publish(session, request);
  });
  return inTime(answer, timeoutMs).catch((error: unknown) => {
    isGivenUp = true;
    return { kind: hasLeft ? ("unknown" as const) : ("not-sent" as const), detail: String(error) };
  });
}

/** The product is stopping and nothing has left: the next start takes it from here. */
async function putBack(run: Run, claimed: Delivery): Promise<undefined> {
  const tried = { phase: "claim", outcome: "put-back" } as const;
  await run.commit((tx) =>
    saveChange(tx, run.installation, claimed, { state: "scheduled" }, tried),
  );
}

function accountOf({ accountId, workspaceId }: Delivery) {
  return { id: accountId, workspaceId };
}
