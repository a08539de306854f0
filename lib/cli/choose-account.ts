import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import { withoutIsolation } from "../kernel/isolate-text.ts";
import { RefusedCommand } from "../transports/refused-command.ts";

/** Finds an account by id, handle or `network:handle`. Throws a refusal if none or several match. */
export async function chooseAccount(ctx: Context, wanted: string): Promise<Account> {
  const accounts = await listAccounts(ctx);
  const plain = withoutIsolation(wanted).replace(/^@/, "");
  const found = accounts.filter(({ id, network, handle }) =>
    [id, handle.replace(/^@/, ""), `${network}:${handle}`].includes(plain),
  );
  const [account, ...others] = found;
  if (!account)
    throw new RefusedCommand("unknown-account", { wanted, known: named(accounts) || "none" });
  if (others.length > 0)
    throw new RefusedCommand("several-accounts", { wanted, known: named(found) });
  return account;
}

function named(accounts: readonly Account[]): string {
  return accounts.map(({ network, handle }) => `${network}:${handle}`).join(", ");
}
