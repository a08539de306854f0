import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import type { OpenedAccount } from "../networks/contract/connect-outcome.ts";
import { withoutCredentials, type Account, type AccountRow } from "./account.ts";
import { insertAccount, lockByRemoteId, updateAccount } from "./repository.ts";
import { sealCredentials } from "./seal-credentials.ts";

/**
 * Inserts or updates the account of a sign-in, within the caller's transaction. A known remote account keeps
 * its id; what waited for it is sent, unless the account is paused.
 */
export async function saveSignedIn(
  tx: Tx,
  ctx: Context,
  network: string,
  connected: OpenedAccount,
): Promise<Account> {
  const before = await lockByRemoteId(tx, ctx.workspaceId, network, connected.remoteId);
  const account = signedIn(ctx, network, connected, before);
  if (before) await updateAccount(tx, ctx.workspaceId, account.id, account);
  else await insertAccount(tx, account);
  if (before && before.state !== "disconnected")
    await record(tx, ctx, "account.recovered", account.id, { network });
  else
    await record(tx, ctx, "account.connected", account.id, { network, handle: connected.handle });
  return withoutCredentials(account);
}

function signedIn(
  ctx: Context,
  network: string,
  connected: OpenedAccount,
  before: AccountRow | undefined,
): AccountRow {
  const now = ctx.clock.now();
  const known = before ?? { id: ctx.newId(), credentialsVersion: 0, ...neverUsed };
  const place = { id: known.id, workspaceId: ctx.workspaceId };
  return {
    ...place,
    network,
    remoteId: connected.remoteId,
    handle: connected.handle,
    displayName: connected.displayName,
    avatarUrl: connected.avatarUrl ?? null,
    origin: connected.origin,
    state: before?.state === "paused" ? "paused" : "active",
    problem: null,
    sealedCredentials: sealCredentials(ctx, place, connected.credentials),
    credentialsVersion: known.credentialsVersion + 1,
    refreshLeaseUntil: null,
    rateLimitedUntil: null,
    postsResumeAt: known.postsResumeAt,
    cursor: known.cursor,
    nextCollectAt: now,
    lastCollectedAt: known.lastCollectedAt,
    collectLeaseUntil: null,
    listenerId: null,
    listenLeaseUntil: null,
    lastReportedAt: known.lastReportedAt,
    lastFoundAt: known.lastFoundAt,
    lastPublishedAt: known.lastPublishedAt,
    connectedAt: now,
    connectedBy: ctx.actor.id,
    limits: connected.limits ?? null,
    describedAt: now,
    followers: known.followers,
    budget: known.budget,
    allowances: known.allowances,
  };
}

const neverUsed = {
  postsResumeAt: null,
  cursor: null,
  lastCollectedAt: null,
  lastReportedAt: null,
  lastFoundAt: null,
  lastPublishedAt: null,
  followers: null,
  budget: null,
  allowances: null,
};
