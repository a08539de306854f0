import { setTimeout as sleep } from "node:timers/promises";

import type { Installation } from "../kernel/context.ts";
import type { RefreshOutcome } from "../networks/outcome.ts";
import type { AccountRow } from "./account.ts";
import { findAccount, takeRefreshLease, updateAtVersion } from "./repository.ts";
import { sealCredentials } from "./seal-credentials.ts";
import { sessionFor } from "./session.ts";

const leaseMs = 60_000;
const waitMs = 100;
const mostWaits = 150;

type Refreshed =
  | { kind: "refreshed"; account: AccountRow }
  | Exclude<RefreshOutcome, { kind: "refreshed" }>;

/**
 * Renews the credentials of one version once, whoever asks and in however many processes: some
 * networks end the whole sign-in when an old refresh token comes a second time. The new ones are
 * saved before anyone uses them.
 */
export async function refreshCredentials(
  installation: Installation,
  stale: AccountRow,
): Promise<Refreshed> {
  for (let waits = 0; waits < mostWaits; waits += 1) {
    const current = await findAccount(installation.db, stale.workspaceId, stale.id);
    if (current.credentialsVersion !== stale.credentialsVersion)
      return { kind: "refreshed", account: current };
    if (await takeLease(installation, current)) return renew(installation, current);
    await sleep(waitMs);
  }
  return { kind: "not-sent", detail: "The sign-in is still being renewed." };
}

function takeLease(
  installation: Installation,
  { workspaceId, id, credentialsVersion }: AccountRow,
) {
  const now = installation.clock.now();
  const until = new Date(now.getTime() + leaseMs);
  return installation.transact((tx) =>
    takeRefreshLease(tx, workspaceId, id, { version: credentialsVersion, now, until }),
  );
}

async function renew(installation: Installation, account: AccountRow): Promise<Refreshed> {
  const open = sessionFor(installation, account);
  const outcome: RefreshOutcome = open
    ? await open.connector.refresh(open.session)
    : { kind: "reconnect", detail: "There is no sign-in for this account here." };
  const isNew = outcome.kind === "refreshed";
  const change = isNew
    ? {
        sealedCredentials: sealCredentials(installation, account, outcome.credentials),
        credentialsVersion: account.credentialsVersion + 1,
        handle: outcome.handle ?? account.handle,
        refreshLeaseUntil: null,
      }
    : { refreshLeaseUntil: null };
  await installation.transact((tx) =>
    updateAtVersion(tx, account.workspaceId, account.id, account.credentialsVersion, change),
  );
  if (!isNew) return outcome;
  return {
    kind: "refreshed",
    account: await findAccount(installation.db, account.workspaceId, account.id),
  };
}
