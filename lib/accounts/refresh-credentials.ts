import { setTimeout as sleep } from "node:timers/promises";

import { retryUntil } from "../jobs/retry.ts";
import type { Runtime } from "../kernel/context.ts";
import type { RefreshOutcome } from "../networks/contract/outcome.ts";
import type { AccountRow } from "./account.ts";
import { findAccount, takeRefreshLease, updateAtVersion } from "./repository.ts";
import { sealCredentials } from "./seal-credentials.ts";
import { sessionFor } from "./session.ts";

const leaseMs = 60_000;
/** Longest duration of a refresh request, with a margin. */
const exchangeMs = 25_000;
const waitMs = 100;
const mostWaits = 150;

type Refreshed =
  | { kind: "refreshed"; account: AccountRow }
  | Exclude<RefreshOutcome, { kind: "refreshed" }>;

/**
 * Renews one version of the credentials only once, even across processes, because some networks end the
 * sign-in if an old refresh token is used twice. New credentials are stored before they are used. A crash
 * between the network's answer and the write loses them; on such a network a person then has to sign in
 * again, and nothing is sent twice.
 */
export async function refreshCredentials(runtime: Runtime, stale: AccountRow): Promise<Refreshed> {
  for (let waits = 0; waits < mostWaits; waits += 1) {
    const current = await findAccount(runtime.db, stale.workspaceId, stale.id);
    if (current.credentialsVersion !== stale.credentialsVersion)
      return { kind: "refreshed", account: current };
    const until = await takeLease(runtime, current);
    if (until) return renew(runtime, current, until);
    await sleep(waitMs);
  }
  return { kind: "not-sent", detail: "The sign-in is still being renewed." };
}

/** Takes the lease for renewing and returns its end; undefined if another process holds it. */
async function takeLease(
  runtime: Runtime,
  { workspaceId, id, credentialsVersion }: AccountRow,
): Promise<Date | undefined> {
  const now = runtime.clock.now();
  const until = new Date(now.getTime() + leaseMs);
  const isOurs = await runtime.transact((tx) =>
    takeRefreshLease(tx, workspaceId, id, { version: credentialsVersion, now, until }),
  );
  return isOurs ? until : undefined;
}

async function renew(runtime: Runtime, account: AccountRow, until: Date): Promise<Refreshed> {
  const outcome = await ask(runtime, account, until);
  const isNew = outcome.kind === "refreshed";
  const change = isNew
    ? {
        sealedCredentials: sealCredentials(runtime, account, outcome.credentials),
        credentialsVersion: account.credentialsVersion + 1,
        handle: outcome.handle ?? account.handle,
        refreshLeaseUntil: null,
      }
    : { refreshLeaseUntil: null };
  // The network may have ended the old credentials, and the new ones exist only here: retry the write.
  const renewal = { what: "A renewed sign-in", about: { accountId: account.id } };
  await retryUntil(runtime, { ...renewal, until }, () =>
    runtime.transact((tx) =>
      updateAtVersion(tx, account.workspaceId, account.id, account.credentialsVersion, change),
    ),
  );
  if (!isNew) return outcome;
  return {
    kind: "refreshed",
    account: await findAccount(runtime.db, account.workspaceId, account.id),
  };
}

async function ask(runtime: Runtime, account: AccountRow, until: Date): Promise<RefreshOutcome> {
  const open = sessionFor(runtime, account);
  if (!open) return { kind: "reconnect", detail: "There is no sign-in for this account here." };
  // A process that was paused since it took the lease must not use the old refresh token after another
  // process.
  if (runtime.clock.now().getTime() + exchangeMs >= until.getTime())
    return { kind: "not-sent", detail: "The sign-in could not be renewed in time." };
  return open.connector.refresh(open.session);
}
