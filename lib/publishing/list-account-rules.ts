import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import type { AccountRules } from "../posts/hand-notes.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { accountRules } from "./account-rules.ts";
import { findAnswered } from "./answered-repository.ts";

/** What each account's network lets only people send, for a post that answers this touchpoint, or nothing. */
export async function listAccountRules(
  ctx: Context,
  replyToTouchpointId: string | null,
): Promise<AccountRules[]> {
  requireRole(ctx, "viewer");
  const [accounts, replyTo] = await Promise.all([
    listAccounts(ctx),
    replyToTouchpointId === null
      ? undefined
      : findAnswered(ctx.db, ctx.workspaceId, replyToTouchpointId),
  ]);
  return accounts.map((account) => accountRules(account, replyTo));
}
