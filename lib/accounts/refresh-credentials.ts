import { setTimeout as sleep } from "node:timers/promises";

import { retryUntil } from "../jobs/retry.ts";
import type { Runtime } from "../kernel/context.ts";
import type { RefreshOutcome } from "../networks/contract/outcome.ts";
import type { AccountRow } from "./account.ts";
import { findAccount, takeRefreshLease, updateAtVersion } from "./repository.ts";
import { sealCredentials } from "./seal-credentials.ts";
import { sessionFor } from "./session.ts";

const leaseMs = 60_000;
/** One exchange with the network, and a little. */
const exchangeMs = 25_000;
const waitMs = 100;
const mostWaits = 150;

type Refreshed =
  | { kind: "refreshed"; account: AccountRow }
  | Exclude<RefreshOutcome, { kind: "refreshed" }>;

/**
 * Renews the credentials of one version once, whoever asks and in however many processes: some
 * networks end the whole sign-in when an old refresh token comes a second time. The new ones are
 * saved before anyone uses them. A crash between the network's answer and the save loses them; the
 * next try then ends, on such a network, with a person who signs in again, and nothing is sent twice.
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

/** Until when renewing is ours alone; undefined where somebody else is at it. */
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
  // The network has given new credentials and taken the old ones: only we have them.
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
  // A process that was paused since it took the lease must not come second with the old token.
  if (runtime.clock.now().getTime() + exchangeMs >= until.getTime())
    return { kind: "not-sent", detail: "The sign-in could not be renewed in time." };
  return open.connector.refresh(open.session);
}
