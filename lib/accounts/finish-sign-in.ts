import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { cutText } from "../kernel/cut-text.ts";
import { ok, refused, type Refused, type Result } from "../kernel/result.ts";
import type { OpenedAccount } from "../networks/contract/connect-outcome.ts";
import type { Connector } from "../networks/contract/connector.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { acceptOutcome, type Accepted } from "./accept-outcome.ts";
import type { Account } from "./account.ts";
import { connectorContext } from "./connector-context.ts";
import { finishSignInInput, type FinishSignInInput } from "./input.ts";
import { keepOffered, mustChoose } from "./offer-accounts.ts";
import { findAccount } from "./repository.ts";
import { saveSignedIn } from "./save-signed-in.ts";
import { rememberAnswers } from "./show-remembered-answers.ts";
import { lockSignInByState, updateSignIn } from "./sign-in-repository.ts";
import {
  openMemory,
  refusalOf,
  sealMemory,
  stateFingerprint,
  type SignInMemory,
  type SignInRefusal,
  type SignInRow,
} from "./sign-in.ts";

export type FinishSignInRefusal =
  | SignInRefusal
  | "sign-in-denied"
  | "sign-in-failed"
  | "another-account"
  | "connect-failed"
  | "choose-accounts";

/**
 * Handles the return from the network's page. The return can be used only once, whatever the result, which is
 * stored for the page or terminal where the sign-in began. If it opened several accounts, the refusal
 * `choose-accounts` names the sign-in at which they wait.
 */
export async function finishSignIn(
  ctx: Context,
  input: FinishSignInInput,
): Promise<Result<Account, FinishSignInRefusal>> {
  requireRole(ctx, "manager");
  const { state, returned } = finishSignInInput.parse(input);
  const taken = await take(ctx, state);
  if (!taken.ok) return taken;
  const signIn = taken.value;
  const memory = openMemory(ctx, signIn);
  const connector = ctx.networks.get(signIn.network);
  const outcome = await exchange(ctx, connector, signIn, { state, returned, memory });
  if (!outcome.ok) return failed(ctx, signIn, outcome, memory);
  if (outcome.value.kind === "one")
    return ok(await connected(ctx, signIn, outcome.value.account, memory));
  await keepOffered(ctx, signIn, memory, outcome.value);
  return mustChoose(connector, signIn, outcome.value);
}

/** Marks the sign-in as used before the exchange, so that it stays used even if the exchange fails. */
async function take(ctx: Context, state: string): Promise<Result<SignInRow, SignInRefusal>> {
  return ctx.transact(async (tx) => {
    const fingerprint = stateFingerprint(ctx, state);
    const signIn = await lockSignInByState(tx, ctx.workspaceId, fingerprint);
    const now = ctx.clock.now();
    const refusal = refusalOf(signIn, ctx.actor.id, now);
    if (refusal || !signIn) return refused(refusal ?? "sign-in-unknown");
    await updateSignIn(tx, signIn, { usedAt: now });
    return ok(signIn);
  });
}

interface Returned {
  state: string;
  returned: Readonly<Record<string, string>>;
  memory: SignInMemory;
}

async function exchange(
  ctx: Context,
  connector: Connector,
  { network, accountId, callbackUrl, publicUrl }: SignInRow,
  { state, returned, memory }: Returned,
): Promise<Result<Accepted, FinishSignInRefusal>> {
  const { label, authorization } = connector;
  if (!authorization || !memory.network) return refused("sign-in-unknown");
  const { error, error_description: said } = returned;
  if (error === "access_denied") return refused("sign-in-denied", { network: label });
  if (error)
    return refused("sign-in-failed", { network: label, said: cutText(said ?? error, 300) });

  const context = connectorContext(ctx, ctx.workspaceId, network);
  const callback = { url: callbackUrl, state, publicUrl };
  const outcome = await authorization.finish(context, memory.network, returned, callback);
  const expected = accountId ? await findAccount(ctx.db, ctx.workspaceId, accountId) : undefined;
  return acceptOutcome(ctx, connector, outcome, expected);
}

async function connected(
  ctx: Context,
  signIn: SignInRow,
  opened: OpenedAccount,
  { typed }: SignInMemory,
): Promise<Account> {
  const sealed = sealMemory(ctx, signIn, { typed });
  await rememberAnswers(ctx, signIn.network, typed);
  return ctx.transact(async (tx) => {
    const account = await saveSignedIn(tx, ctx, signIn.network, opened);
    await updateSignIn(tx, signIn, { connectedId: account.id, sealed });
    return account;
  });
}

async function failed(
  ctx: Context,
  signIn: SignInRow,
  failure: Refused<FinishSignInRefusal>,
  { typed }: SignInMemory,
): Promise<Refused<FinishSignInRefusal>> {
  const { refusal, detail } = failure;
  const sealed = sealMemory(ctx, signIn, { typed });
  await ctx.transact(async (tx) => {
    await updateSignIn(tx, signIn, { failure: { refusal, detail }, sealed });
    await record(tx, ctx, "account.sign-in-failed", signIn.id, {
      network: signIn.network,
      refusal,
    });
  });
  return failure;
}
