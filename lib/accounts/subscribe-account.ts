import type { Context } from "../kernel/context.ts";
import type { SubscribeOutcome } from "../networks/contract/outcome.ts";
import { findAccount } from "./repository.ts";
import { withSession, type SessionProblem } from "./with-session.ts";

/**
 * Has the network send what happens on an account to us, where it does that account by account and reaches us;
 * undefined where there is nothing to do. What does not work is found again by the check of the account, and is no
 * reason to try on: what happens is asked for anyway.
 */
export async function subscribeAccount(
  ctx: Context,
  accountId: string,
): Promise<SubscribeOutcome | SessionProblem | undefined> {
  const account = await findAccount(ctx.db, ctx.workspaceId, accountId);
  const { subscribe } = ctx.networks.get(account.network);
  if (!subscribe || !ctx.publicAddress || account.state !== "active") return undefined;
  return withSession(ctx, account, subscribe);
}
