import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { OfferedAccount } from "../networks/contract/connect-outcome.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Account } from "./account.ts";
import { chooseAccountsInput, type ChooseAccountsInput } from "./input.ts";
import { saveSignedIn } from "./save-signed-in.ts";
import { lockSignIn, updateSignIn } from "./sign-in-repository.ts";
import { choiceRefusalOf, openMemory, sealMemory, type ChoiceRefusal } from "./sign-in.ts";

export type ChooseAccountsRefusal = ChoiceRefusal | "sign-in-unknown" | "none-chosen";

/**
 * Connects the accounts that a person chose from those a sign-in opened, and forgets the others. All or none:
 * refuses if one was not offered or is unusable.
 */
export async function chooseAccounts(
  ctx: Context,
  input: ChooseAccountsInput,
): Promise<Result<readonly Account[], ChooseAccountsRefusal>> {
  requireRole(ctx, "manager");
  const { signInId, remoteIds } = chooseAccountsInput.parse(input);
  return ctx.transact(async (tx) => {
    const signIn = await lockSignIn(tx, ctx.workspaceId, signInId);
    const refusal = choiceRefusalOf(signIn, ctx.actor.id, ctx.clock.now());
    if (refusal) return refused(refusal);
    const { typed, offered = [] } = openMemory(ctx, signIn);
    if (offered.length === 0) return refused("sign-in-unknown");
    const chosen = chosenOf(offered, remoteIds);
    if (!chosen) return refused("none-chosen");
    const accounts: Account[] = [];
    for (const one of chosen) accounts.push(await saveSignedIn(tx, ctx, signIn.network, one));
    const sealed = sealMemory(ctx, signIn, { typed });
    await updateSignIn(tx, signIn, { connectedId: accounts[0]?.id ?? null, sealed });
    return ok(accounts);
  });
}

function chosenOf(
  offered: readonly OfferedAccount[],
  remoteIds: readonly string[],
): readonly OfferedAccount[] | undefined {
  const wanted = new Set(remoteIds);
  const chosen = offered.filter(({ remoteId, unusable }) => !unusable && wanted.has(remoteId));
  return chosen.length > 0 && chosen.length === wanted.size ? chosen : undefined;
}
