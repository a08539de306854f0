import { accountHealth, type Account } from "../../accounts/account.ts";
import type { Context } from "../../kernel/context.ts";

/** Returns an account for scripts, without credentials. */
export function shownAccount(ctx: Context, account: Account) {
  const {
    id,
    network,
    remoteId,
    handle,
    displayName,
    origin,
    state,
    problem,
    connectedAt,
    followers,
    lastCollectedAt,
    lastPublishedAt,
    allowances,
  } = account;
  const health = accountHealth(account, ctx.clock.now());
  return {
    id,
    network,
    remoteId,
    handle,
    displayName,
    origin,
    state,
    problem,
    health,
    connectedAt,
    followers,
    lastCollectedAt,
    lastPublishedAt,
    allowances,
  };
}
