import { accountHealth } from "../accounts/account.ts";
import { limitsOf } from "../accounts/limits-of.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { listAccountRules } from "../deliveries/account-rules.ts";
import type { Context } from "../kernel/context.ts";

/** Returns what the composer needs of each account that can be posted to. */
export async function composerAccounts(ctx: Context, replyToTouchpointId: string | null) {
  const rules = await listAccountRules(ctx, replyToTouchpointId);
  return (await listAccounts(ctx)).map((account) => {
    const { label, isSimulated, abilities, prices, postOptions, disclosure } = ctx.networks.get(
      account.network,
    );
    const { id, network, handle, displayName } = account;
    const { needsPerson } = accountHealth(account, ctx.clock.now());
    return {
      id,
      network,
      networkLabel: label,
      handle,
      displayName,
      isSimulated,
      needsPerson,
      limits: limitsOf(ctx, account),
      canMention: abilities.canMention,
      prices,
      postOptions,
      disclosure,
      toolRules: rules.find((one) => one.id === id)?.toolRules,
    };
  });
}
