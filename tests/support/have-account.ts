import type { Account } from "#lib/accounts/account";
import { connectAccount } from "#lib/accounts/connect-account";
import type { Context } from "#lib/kernel/context";

/** A connected account on the fake network (which the test registers first). */
export async function haveAccount(
  ctx: Context,
  { identifier = "ada.example", network = "fake" }: { identifier?: string; network?: string } = {},
): Promise<Account> {
  const owner: Context = { ...ctx, actor: { id: "ada", role: "owner" } };
  const outcome = await connectAccount(owner, {
    network,
    answers: { identifier, password: "right" },
  });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}
