import { showAccount } from "../accounts/show-account.ts";
import { withSession } from "../accounts/with-session.ts";
import { listBound } from "../deliveries/bound-posts-repository.ts";
import type { ReconcileAnswer } from "../deliveries/delivery-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { isSearched } from "../deliveries/search-first.ts";
import { systemContext } from "../kernel/context.ts";
import { withTimeout } from "../kernel/with-timeout.ts";
import { searchDelivery } from "../recovery/search-delivery.ts";
import { findSpentOutUntil } from "../spending/find-spent-out-until.ts";
import type { Run } from "./run.ts";
import { saveOutcome } from "./save-outcome.ts";

/**
 * Asks the network whether a delivery in doubt is published, and saves the answer. Only reads from the
 * network.
 */
export async function reconcileDelivery(
  run: Run,
  claimed: Delivery,
): Promise<Delivery | undefined> {
  const outcome = await ask(run, claimed).catch((error: unknown) => ({
    kind: "unknown" as const,
    detail: String(error),
  }));
  return saveOutcome(run, claimed, { type: "reconcile", outcome });
}

async function ask(run: Run, claimed: Delivery): Promise<ReconcileAnswer> {
  const { request, firstIntentAt, accountId, workspaceId, network } = claimed;
  const { timeoutMs } = run.runtime.networks.get(network).outcome;
  const until = await spentOutUntil(run, claimed);
  if (until) return { kind: "spent-out", until };
  if (isSearched(claimed)) return withTimeout(searchDelivery(run.runtime, claimed), 2 * timeoutMs);
  if (!request || !firstIntentAt)
    return { kind: "unknown", detail: "There is no record of what was sent." };
  const account = { id: accountId, workspaceId };
  return withTimeout(
    withSession(run.runtime, account, (session, connector) =>
      connector.reconcile(session, request, {
        firstIntentAt,
        mayProbe: claimed.ambiguousSends <= 1 && claimed.recovery !== "duplicate_reported",
        bound: (remoteIds) => listBound(run.runtime.db, claimed, remoteIds),
      }),
    ),
    2 * timeoutMs,
  );
}

/**
 * Checks a reached monthly limit again after ten minutes instead of next month, because it may be raised and
 * the check only queries the database.
 */
const capPauseMs = 10 * 60_000;

async function spentOutUntil(
  { runtime }: Run,
  { network, workspaceId, accountId }: Delivery,
): Promise<Date | undefined> {
  if (!runtime.networks.get(network).prices) return undefined;
  const now = runtime.clock.now();
  const account = await showAccount(systemContext(runtime, workspaceId), accountId);
  const until = await findSpentOutUntil(runtime.db, account, 1, now);
  return until && new Date(Math.min(until.getTime(), now.getTime() + capPauseMs));
}
