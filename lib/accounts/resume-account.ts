import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { withoutCredentials, type Account } from "./account.ts";
import type { AccountIdInput } from "./input.ts";
import { lockAccount, updateAccount } from "./repository.ts";

/**
 * Resumes an account that was paused or out of credit. Deliveries that waited are sent in order; late ones
 * follow the workspace's settings. An account that needs a new sign-in is refused: it has to be connected
 * again.
 */
export async function resumeAccount(
  ctx: Context,
  { accountId }: AccountIdInput,
): Promise<Result<Account, "account-not-resumable">> {
  requireRole(ctx, "manager");
  return ctx.transact(async (tx) => {
    const account = await lockAccount(tx, ctx.workspaceId, accountId);
    const active = { state: "active", problem: null } as const;
    if (account.state === "active") return ok(withoutCredentials(account));
    if (account.state !== "paused" && account.state !== "out_of_credit")
      return refused("account-not-resumable", { account: account.handle });
    await updateAccount(tx, ctx.workspaceId, accountId, active);
    await record(tx, ctx, "account.resumed", accountId, { network: account.network });
    return ok(withoutCredentials({ ...account, ...active }));
  });
}
