import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { showRememberedAnswers } from "../accounts/show-remembered-answers.ts";
import { showSignIn, type SignIn } from "../accounts/show-sign-in.ts";
import { countWaitingDeliveries } from "../deliveries/list-deliveries.ts";
import type { Context } from "../kernel/context.ts";
import { Forbidden, NotFound } from "../kernel/errors.ts";
import { showSpending } from "../spending/show-spending.ts";
import { requireRole } from "../workspaces/require-role.ts";

/**
 * Returns the accounts with their waiting deliveries and spending, and the state of a sign-in at a network.
 */
export async function viewAccounts(
  ctx: Context,
  asked: { readonly signInId?: string | undefined; readonly reconnect?: string | undefined },
) {
  requireRole(ctx, "viewer");
  const canConnect = ctx.actor.role === "owner" || ctx.actor.role === "manager";
  const [accounts, waiting, spending, signIn, remembered] = await Promise.all([
    listAccounts(ctx),
    countWaitingDeliveries(ctx),
    showSpending(ctx),
    asked.signInId === undefined ? undefined : findOwnSignIn(ctx, asked.signInId),
    canConnect ? rememberedAnswers(ctx) : {},
  ]);
  return {
    accounts,
    waiting,
    spending,
    canConnect,
    remembered,
    ...comeBack(accounts, signIn, asked.reconnect),
  };
}

/**
 * Returns the sign-in if it is this person's. The URL's id may be invented, or older than the stored sign-in.
 */
async function findOwnSignIn(ctx: Context, id: string): Promise<SignIn | undefined> {
  try {
    return await showSignIn(ctx, id);
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return undefined;
    throw error;
  }
}

function comeBack(
  accounts: readonly Account[],
  signIn: SignIn | undefined,
  reconnect: string | undefined,
) {
  const byId = (id: string | null | undefined) => accounts.find((account) => account.id === id);
  const isOver = signIn?.state === "connected";
  return {
    signIn,
    connected: byId(signIn?.connectedId),
    /** The account to sign in again. */
    again: isOver ? undefined : byId(reconnect ?? signIn?.accountId),
  };
}

/** Returns the last answers for networks with a sign-in page of their own. */
async function rememberedAnswers(
  ctx: Context,
): Promise<Record<string, Readonly<Record<string, string>>>> {
  const answers = ctx.networks.all.flatMap(({ network, authorization }) =>
    authorization
      ? [showRememberedAnswers(ctx, network, authorization.fields).then((one) => [network, one])]
      : [],
  );
  return Object.fromEntries(await Promise.all(answers));
}
