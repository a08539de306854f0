import type { Db } from "../db/store.ts";
import { record } from "../events/record.ts";
import { systemContext, type Installation } from "../kernel/context.ts";
import type { Account, AccountRow } from "./account.ts";
import { lockAccount, updateAccount, updateAtVersion } from "./repository.ts";

/** Nothing leaves until a person signs in again. A sign-in that happened meanwhile is not undone. */
export async function markNeedsReconnect(
  installation: Installation,
  row: AccountRow,
  problem: string,
): Promise<void> {
  const ctx = systemContext(installation, row.workspaceId);
  await ctx.transact(async (tx) => {
    const now = await lockAccount(tx, row.workspaceId, row.id);
    if (now.state !== "active" || now.credentialsVersion !== row.credentialsVersion) return;
    const change = { state: "needs_reconnect", problem, refreshLeaseUntil: null } as const;
    await updateAccount(tx, row.workspaceId, row.id, change);
    await record(tx, ctx, "account.needs-reconnect", row.id, {
      network: row.network,
      reason: problem,
    });
  });
}

export async function markOutOfCredit(
  installation: Installation,
  row: AccountRow,
  problem: string,
): Promise<void> {
  await installation.transact((tx) =>
    updateAtVersion(tx, row.workspaceId, row.id, row.credentialsVersion, {
      state: "out_of_credit",
      problem,
    }),
  );
}

/** The network wants no request on this account before `heldUntil`. */
export async function markHeld(
  installation: Installation,
  row: AccountRow,
  heldUntil: Date,
): Promise<void> {
  await installation.transact((tx) => updateAccount(tx, row.workspaceId, row.id, { heldUntil }));
}

/** Part of the transaction that binds a published post; the collector looks sooner at an account that just posted. */
export async function markPublished(
  tx: Db,
  account: Pick<Account, "id" | "workspaceId">,
  at: Date,
): Promise<void> {
  await updateAccount(tx, account.workspaceId, account.id, { lastPublishedAt: at });
}
