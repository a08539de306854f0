import type { Account } from "#lib/accounts/account";
import { showSignIn, type SignIn } from "#lib/accounts/show-sign-in";
import { refusalOfError } from "#lib/transports/refusal";

import type { FormState } from "../../_actions/form-state.ts";
import type { SignedInContext } from "../../_actions/signed-in-context.ts";

export interface AccountsQuery {
  readonly "sign-in"?: string;
  readonly problem?: string;
  readonly reconnect?: string;
}

/** What the accounts page shows of somebody's way to a network and back. */
export interface ComeBack {
  readonly signIn: SignIn | undefined;
  readonly connected: Account | undefined;
  /** The account to sign in again. */
  readonly again: Account | undefined;
  /** What the sign-in's form shows: a failure, and what was typed. */
  readonly state: FormState | undefined;
  /** Message key under `refusals`, for what no form is about. */
  readonly problem: string | undefined;
}

/** Addresses can be made up: only these are looked up as messages. */
const problems = [
  "not-allowed",
  "sign-in-broke",
  "sign-in-expired",
  "sign-in-of-another",
  "sign-in-unknown",
];

export async function comeBack(
  ctx: SignedInContext,
  accounts: readonly Account[],
  query: AccountsQuery,
): Promise<ComeBack> {
  const signIn = query["sign-in"] ? await found(ctx, query["sign-in"]) : undefined;
  const byId = (id: string | null | undefined) => accounts.find((account) => account.id === id);
  const isOver = signIn?.state === "connected";
  return {
    signIn,
    connected: byId(signIn?.connectedId),
    again: isOver ? undefined : byId(query.reconnect ?? signIn?.accountId),
    state: signIn && !isOver ? stateOf(signIn) : undefined,
    problem: problems.find((known) => known === query.problem),
  };
}

async function found(ctx: SignedInContext, id: string): Promise<SignIn | undefined> {
  try {
    return await showSignIn(ctx, id);
  } catch (error) {
    if (refusalOfError(error)) return undefined;
    throw error;
  }
}

function stateOf({ typed, failure }: SignIn): FormState {
  const field = String(failure?.detail["field"] ?? "");
  return { typed, ...failure, ...(field !== "" && { wrong: [field] }) };
}
