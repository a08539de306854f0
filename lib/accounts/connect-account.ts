import type { Db } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { Connector } from "../networks/connector.ts";
import type { ConnectOutcome } from "../networks/outcome.ts";
import { findNetwork } from "../networks/registry.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { withoutCredentials, type Account, type AccountRow } from "./account.ts";
import { doorFor } from "./door.ts";
import { connectAccountInput, type ConnectAccountInput } from "./input.ts";
import { insertAccount, lockByRemoteId, updateAccount } from "./repository.ts";
import { sealCredentials } from "./seal-credentials.ts";

export type ConnectRefusal = "unknown-network" | "answer-missing" | "connect-failed";

/**
 * Signs in at the network and keeps what it gives, sealed. The same remote account again is a
 * reconnection: the account keeps its id, and whatever waited for it goes out.
 * `connect-failed` names the reason as `code` (a message key under `connect.failures`) and the field.
 */
export async function connectAccount(
  ctx: Context,
  input: ConnectAccountInput,
): Promise<Result<Account, ConnectRefusal>> {
  requireRole(ctx, "manager");
  const { network, answers } = connectAccountInput.parse(input);
  const connector = findNetwork(network);
  if (!connector) return refused("unknown-network", { network });
  const missing = connector.connectFields.find(
    (field) => field.isRequired && !answers[field.name]?.trim(),
  );
  if (missing) return refused("answer-missing", { network, field: missing.name });

  const outcome = await connector.connect(doorFor(ctx, ctx.workspaceId, network), answers);
  if (outcome.kind === "refused") return failure(connector, outcome);
  return ok(await ctx.transact((tx) => save(tx, ctx, connector, outcome)));
}

function failure(connector: Connector, outcome: Extract<ConnectOutcome, { kind: "refused" }>) {
  return refused("connect-failed" as const, {
    network: connector.label,
    code: outcome.code,
    field: outcome.field ?? "",
    said: outcome.detail,
  });
}

type Connected = Extract<ConnectOutcome, { kind: "connected" }>;

async function save(
  tx: Db,
  ctx: Context,
  { network }: Connector,
  connected: Connected,
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
  connected: Connected,
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
    state: "active",
    problem: null,
    sealedCredentials: sealCredentials(ctx, place, connected.credentials),
    credentialsVersion: known.credentialsVersion + 1,
    refreshLeaseUntil: null,
    heldUntil: null,
    postsResumeAt: known.postsResumeAt,
    cursor: known.cursor,
    nextCollectAt: now,
    lastCollectedAt: known.lastCollectedAt,
    collectLeaseUntil: null,
    lastPublishedAt: known.lastPublishedAt,
    connectedAt: now,
    connectedBy: ctx.actor.id,
    limits: connected.limits ?? null,
    describedAt: now,
    budget: known.budget,
  };
}

const neverUsed = {
  postsResumeAt: null,
  cursor: null,
  lastCollectedAt: null,
  lastPublishedAt: null,
  budget: null,
};
