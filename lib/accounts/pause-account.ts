import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { withoutCredentials, type Account } from "./account.ts";
import type { AccountIdInput } from "./input.ts";
import { lockAccount, updateAccount } from "./repository.ts";

/**
 * Pauses an account: nothing is sent until a person resumes it. Planned deliveries keep their times;
 * deliveries in doubt are still reconciled.
 */
export async function pauseAccount(
  ctx: Context,
  { accountId }: AccountIdInput,
): Promise<Result<Account, "account-not-active">> {
  requireRole(ctx, "manager");
  return ctx.transact(async (tx) => {
    const account = await lockAccount(tx, ctx.workspaceId, accountId);
    const paused = withoutCredentials({ ...account, state: "paused" });
    if (account.state === "paused") return ok(paused);
    if (account.state !== "active")
      return refused("account-not-active", { account: account.handle });
    await updateAccount(tx, ctx.workspaceId, accountId, { state: "paused" });
    await record(tx, ctx, "account.paused", accountId, { network: account.network });
    return ok(paused);
  });
}
