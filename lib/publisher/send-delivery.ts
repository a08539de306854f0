import { withSession } from "../accounts/with-session.ts";
import type { Tx } from "../db/store.ts";
import { applyEvent, applyEvents } from "../deliveries/apply-event.ts";
import type { PublishAnswer } from "../deliveries/delivery-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { systemContext } from "../kernel/context.ts";
import { withTimeout } from "../kernel/with-timeout.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import { prefetchNext } from "./prefetch.ts";
import { keptRequest, type Prepared, prepareRequest } from "./prepare-request.ts";
import { prepareWithVideo } from "./prepare-video.ts";
import { retryUntilSaved } from "./retry-until-saved.ts";
import type { Run } from "./run.ts";
import { saveOutcome } from "./save-outcome.ts";

/**
 * Sends a claimed delivery: prepares the request (or takes the stored one), commits the intent and only then
 * sends it. After that commit a missing answer puts the delivery in doubt. Returns the account's next
 * delivery, if one was claimed with the outcome.
 */
export async function sendDelivery(run: Run, claimed: Delivery): Promise<Delivery | undefined> {
  const { prepared, held } = await prepareHeld(run, claimed);
  if (prepared.kind !== "ready")
    return saveOutcome(run, held, { type: "prepare", outcome: prepared });
  if (run.isStopping()) return putBack(run, held);
  const { request } = prepared;
  const sending = await retryUntilSaved(run, held, () =>
    run.batch(saveIntents, { run, claimed: held, request }),
  );
  return sending && publishDelivery(run, sending);
}

/** Prepares the request, or takes the stored one. Returns it with the delivery and its current lease. */
async function prepareHeld(
  run: Run,
  claimed: Delivery,
): Promise<{ readonly prepared: Prepared; readonly held: Delivery }> {
  const kept = keptRequest(claimed, run.runtime.clock.now());
  if (kept) return { prepared: { kind: "ready", request: kept }, held: claimed };
  if (claimed.snapshot.video) return prepareWithVideo(run, claimed);
  return { prepared: await prepareRequest(run, claimed), held: claimed };
}

interface Intent {
  readonly run: Run;
  readonly claimed: Delivery;
  readonly request: JsonObject;
}

/**
 * Saves the intents of deliveries; after this commit a missing answer means doubt. Returns undefined for
 * deliveries whose lease was lost.
 */
async function saveIntents(tx: Tx, intents: readonly Intent[]): Promise<(Delivery | undefined)[]> {
  const leaving = intents.map(({ run, claimed, request }) => ({
    delivery: claimed,
    event: { type: "intent" as const, request },
    ctx: systemContext(run.runtime, claimed.workspaceId),
  }));
  const saved = await applyEvents(tx, leaving);
  // These may be in `sending` with our fence already, because an earlier try was saved although it was
  // reported as failed.
  const kept = leaving.filter(({ delivery }) => !saved.has(delivery.id));
  const again = await applyEvents(
    tx,
    kept.map((one) => ({ ...one, delivery: { ...one.delivery, state: "sending" } })),
  );
  return intents.map(({ claimed: { id } }) => saved.get(id) ?? again.get(id));
}

/** Sends a delivery whose intent is committed. */
export async function publishDelivery(run: Run, sending: Delivery): Promise<Delivery | undefined> {
  const { id: deliveryId, fence, intentAt, request } = sending;
  if (!request) throw new Error("An intent without a request.");
  if (intentAt) run.runtime.sendJournal?.append({ deliveryId, fence, at: intentAt });
  prefetchNext(run, sending);
  const outcome = await publish(run, sending, request);
  return saveOutcome(run, sending, { type: "publish", outcome });
}

async function publish(run: Run, sending: Delivery, request: JsonObject): Promise<PublishAnswer> {
  const { timeoutMs } = run.runtime.networks.get(sending.network).outcome;
  const { runtime, isStopped } = run;
  const latest = (sending.leaseUntil?.getTime() ?? 0) - timeoutMs;
  let [hasLeft, isGivenUp] = [false, false];
  const answer = withSession(runtime, accountOf(sending), async (session, connector) => {
    if (await isStopped(sending.workspaceId)) return { kind: "stopped" as const };
    // Checked again, because the process may have been suspended since the commit or the sign-in renewed
    // slowly.
    if (isGivenUp || runtime.clock.now().getTime() >= latest)
      return { kind: "not-sent" as const, detail: "The lease would have ended first." };
    hasLeft = true;
    return connector.publish(session, request);
  });
  return withTimeout(answer, timeoutMs).catch((error: unknown) => {
    isGivenUp = true;
    return { kind: hasLeft ? ("unknown" as const) : ("not-sent" as const), detail: String(error) };
  });
}

/** Releases a claim when the product stops before the request has left. */
async function putBack(run: Run, claimed: Delivery): Promise<undefined> {
  const ctx = systemContext(run.runtime, claimed.workspaceId);
  await run.commit((tx) => applyEvent(tx, ctx, claimed, { type: "put-back" }));
}

function accountOf({ accountId, workspaceId }: Delivery) {
  return { id: accountId, workspaceId };
}
