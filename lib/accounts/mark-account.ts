import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import { holdFrom, type Account, type AccountRow } from "./account.ts";
import { lockAccount, updateAccount, updateLastPublished } from "./repository.ts";

/** Nothing leaves until a person signs in again. A sign-in that happened meanwhile is not undone. */
export async function markNeedsReconnect(
  runtime: Runtime,
  row: AccountRow,
  problem: string,
): Promise<void> {
  const ctx = systemContext(runtime, row.workspaceId);
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

/** Nothing leaves until somebody says that there is credit again (`resumeAccount`). */
export async function markOutOfCredit(
  runtime: Runtime,
  row: AccountRow,
  problem: string,
): Promise<void> {
  const ctx = systemContext(runtime, row.workspaceId);
  await ctx.transact(async (tx) => {
    const now = await lockAccount(tx, row.workspaceId, row.id);
    if (now.state !== "active") return;
    await updateAccount(tx, row.workspaceId, row.id, { state: "out_of_credit", problem });
    const detail = { network: row.network, reason: problem };
    await record(tx, ctx, "account.out-of-credit", row.id, detail);
  });
}

/** The network wants no request on this account before `until`. A longer hold stays. */
export async function markRateLimited(
  runtime: Runtime,
  row: AccountRow,
  until: Date,
): Promise<void> {
  const { clock, transact } = runtime;
  const rateLimitedUntil = holdFrom(until, clock.now(), row.id);
  await transact(async (tx) => {
    const { rateLimitedUntil: before } = await lockAccount(tx, row.workspaceId, row.id);
    if (!before || before < rateLimitedUntil)
      await updateAccount(tx, row.workspaceId, row.id, { rateLimitedUntil });
  });
}

/** No post before `postsResumeAt`: the day's posts are used up, or the month's money. */
export async function markPostsSpent(
  tx: Tx,
  account: Pick<Account, "id" | "workspaceId">,
  postsResumeAt: Date,
): Promise<void> {
  await updateAccount(tx, account.workspaceId, account.id, { postsResumeAt });
}

/** Part of the transaction that binds published posts; the collector looks sooner at an account that just posted. */
export async function markPublished(
  tx: Tx,
  published: readonly Pick<AccountRow, "id" | "workspaceId" | "lastPublishedAt">[],
): Promise<void> {
  await updateLastPublished(tx, published);
}
