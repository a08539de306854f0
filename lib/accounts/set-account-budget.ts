import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { withoutCredentials, type Account } from "./account.ts";
import { accountBudgetInput, type AccountBudgetInput } from "./input.ts";
import { lockAccount, updateAccount } from "./repository.ts";

/**
 * Sets how much an account may spend in a calendar month (UTC), or removes the limit. Also ends a hold
 * because of spent limits and makes the account due for collecting.
 */
export async function setAccountBudget(
  ctx: Context,
  input: AccountBudgetInput,
): Promise<Result<Account, never>> {
  requireRole(ctx, "manager");
  const { accountId, usdPerMonth } = accountBudgetInput.parse(input);
  return ctx.transact(async (tx) => {
    const account = await lockAccount(tx, ctx.workspaceId, accountId);
    const { usdMicrosPerMonth: _before, ...others } = account.budget ?? {};
    const monthly = usdPerMonth === null ? {} : { usdMicrosPerMonth: microsOf(usdPerMonth) };
    const change = {
      budget: { ...others, ...monthly },
      postsResumeAt: null,
      nextCollectAt: ctx.clock.now(),
    };
    await updateAccount(tx, ctx.workspaceId, accountId, change);
    await record(tx, ctx, "account.changed", accountId, { fields: ["budget"] });
    return ok(withoutCredentials({ ...account, ...change }));
  });
}

function microsOf(dollars: number): number {
  return Math.round(dollars * 1_000_000);
}
