import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { withoutCredentials, type Account } from "./account.ts";
import type { AccountIdInput } from "./input.ts";
import { findAccount, lockAccount, updateAccount } from "./repository.ts";
import { sessionFor } from "./session.ts";

/**
 * Deletes the account's credentials after asking the network to revoke them. The row stays, because old posts
 * and touchpoints refer to it. The publisher cancels its planned deliveries with this as the reason.
 */
export async function disconnectAccount(
  ctx: Context,
  { accountId }: AccountIdInput,
): Promise<Result<Account, never>> {
  requireRole(ctx, "manager");
  const before = await findAccount(ctx.db, ctx.workspaceId, accountId);
  await revoke(ctx, before);
  return ctx.transact(async (tx) => {
    const account = await lockAccount(tx, ctx.workspaceId, accountId);
    const gone = {
      state: "disconnected",
      sealedCredentials: null,
      credentialsVersion: account.credentialsVersion + 1,
      refreshLeaseUntil: null,
      problem: null,
      rateLimitedUntil: null,
    } as const;
    await updateAccount(tx, ctx.workspaceId, accountId, gone);
    if (account.state !== "disconnected")
      await record(tx, ctx, "account.disconnected", accountId, { network: account.network });
    return ok(withoutCredentials({ ...account, ...gone }));
  });
}

/**
 * Revokes the credentials at the network. A failure is only logged, so that an unreachable network does not
 * prevent disconnecting.
 */
async function revoke(ctx: Context, account: Awaited<ReturnType<typeof findAccount>>) {
  const open = sessionFor(ctx, account);
  if (!open) return;
  try {
    await open.connector.revoke(open.session);
  } catch (error) {
    ctx.log.warn({ accountId: account.id, error: String(error) }, "The network kept our sign-in.");
  }
}
