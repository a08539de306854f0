import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import { holdFrom, type Account, type AccountRow } from "./account.ts";
import { lockAccount, updateAccount, updateLastPublished } from "./repository.ts";

/**
 * Marks an account as needing a new sign-in; nothing is sent until then. Does nothing if the credentials
 * changed in the meantime or the account is not active.
 */
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

/** Marks an account as out of credit; nothing is sent until a person resumes it (`resumeAccount`). */
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

/** Makes an account wait for its network's rate limit until `until`. A longer wait is kept. */
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

/** Holds back posts until `postsResumeAt`, because the day's posts or the month's budget are used up. */
export async function markPostsSpent(
  tx: Tx,
  account: Pick<Account, "id" | "workspaceId">,
  postsResumeAt: Date,
): Promise<void> {
  await updateAccount(tx, account.workspaceId, account.id, { postsResumeAt });
}

/**
 * Stores when accounts last published, in the transaction that stores the published posts; the collector
 * reads such accounts sooner.
 */
export async function markPublished(
  tx: Tx,
  published: readonly Pick<AccountRow, "id" | "workspaceId" | "lastPublishedAt">[],
): Promise<void> {
  await updateLastPublished(tx, published);
}
