import type { Context } from "../kernel/context.ts";
import type { SubscribeOutcome } from "../networks/contract/outcome.ts";
import { findAccount } from "./repository.ts";
import { withSession, type SessionProblem } from "./with-session.ts";

/**
 * Subscribes to an account's webhooks, if its network needs that for each account and this installation has a
 * public address; otherwise returns undefined. A failure is not retried: the account's check finds it, and
 * events are collected anyway.
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
