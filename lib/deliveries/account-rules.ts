import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import type { AccountRules } from "../posts/hand-notes.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { type PostReplyTarget, findReplyTarget } from "./reply-target-repository.ts";

/**
 * Returns the kinds of content that this account's network does not let tools send, for a post that answers
 * `replyTo`.
 */
export function accountRules(
  networks: NetworkRegistry,
  account: Account,
  replyTo: PostReplyTarget | undefined,
): AccountRules {
  const connector = networks.get(account.network);
  const target = replyTo?.network === account.network ? replyTo.target : undefined;
  const first = connector.toolRules?.(account, target);
  const rest = connector.toolRules?.(account, undefined);
  return { id: account.id, toolRules: first && rest && { first, rest } };
}

/**
 * Returns these rules for each account of the workspace, for a post that answers the touchpoint; null if it
 * answers none.
 */
export async function listAccountRules(
  ctx: Context,
  replyToTouchpointId: string | null,
): Promise<AccountRules[]> {
  requireRole(ctx, "viewer");
  const [accounts, replyTo] = await Promise.all([
    listAccounts(ctx),
    replyToTouchpointId === null
      ? undefined
      : findReplyTarget(ctx.db, ctx.workspaceId, replyToTouchpointId),
  ]);
  return accounts.map((account) => accountRules(ctx.networks, account, replyTo));
}
