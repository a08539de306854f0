import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { withoutCredentials, type Account } from "./account.ts";
import { describeAccount } from "./describe-account.ts";
import type { AccountIdInput } from "./input.ts";
import { findAccount } from "./repository.ts";

export type CheckRefusal = "account-disconnected" | "sign-in-needed" | "check-failed";

/** Whether the network still accepts our sign-in, asked now; keeps what it says about the account. */
export async function checkAccount(
  ctx: Context,
  { accountId }: AccountIdInput,
): Promise<Result<Account, CheckRefusal>> {
  requireRole(ctx, "manager");
  const account = await findAccount(ctx.db, ctx.workspaceId, accountId);
  const { label: network } = ctx.networks.get(account.network);
  if (account.state === "disconnected")
    return refused("account-disconnected", { account: account.handle });
  const outcome = await describeAccount(ctx, account);
  if (outcome.kind === "reconnect")
    return refused("sign-in-needed", { network, said: outcome.detail });
  if (outcome.kind === "later" || outcome.kind === "not-sent")
    return refused("check-failed", { network, said: outcome.detail });
  return ok(withoutCredentials(await findAccount(ctx.db, ctx.workspaceId, accountId)));
}
