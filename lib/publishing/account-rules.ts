import type { Account } from "../accounts/account.ts";
import { connectorFor } from "../networks/registry.ts";
import type { AccountRules } from "../posts/hand-notes.ts";
import type { Answered } from "./answered-repository.ts";

/** What the account's network lets only people send, where the post answers `replyTo`. */
export function accountRules(account: Account, replyTo: Answered | undefined): AccountRules {
  const connector = connectorFor(account.network);
  const target = replyTo?.network === account.network ? replyTo.target : undefined;
  const first = connector.toolRules?.(account, target);
  const rest = connector.toolRules?.(account, undefined);
  return { id: account.id, toolRules: first && rest && { first, rest } };
}
