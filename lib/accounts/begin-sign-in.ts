import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { BeginOutcome } from "../networks/contract/connect-outcome.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { connectFailure, missingAnswer } from "./connect-failure.ts";
import { connectorContext } from "./connector-context.ts";
import { beginSignInInput, type BeginSignInInput } from "./input.ts";
import { findAccount } from "./repository.ts";
import { deleteSignInsBefore, insertSignIn } from "./sign-in-repository.ts";
import {
  newState,
  sealMemory,
  signInMinutes,
  stateFingerprint,
  withoutPasswords,
  type SignInRow,
} from "./sign-in.ts";

export interface BegunSignIn {
  readonly signInId: string;
  /** URL of the network's sign-in page. */
  readonly url: string;
  readonly expiresAt: Date;
}

export type BeginSignInRefusal =
  | "unknown-network"
  | "sign-in-not-offered"
  | "answer-missing"
  | "connect-failed";

const keptMs = 24 * 60 * 60_000;

/**
 * Begins a sign-in on the network's page. `finishSignIn` accepts the return once, within 15 minutes, from the
 * user who began. With `accountId`, only that account is accepted then.
 */
export async function beginSignIn(
  ctx: Context,
  input: BeginSignInInput,
): Promise<Result<BegunSignIn, BeginSignInRefusal>> {
  requireRole(ctx, "manager");
  const { network, answers, accountId, callbackUrl, publicUrl } = beginSignInInput.parse(input);
  const connector = ctx.networks.find(network);
  if (!connector) return refused("unknown-network", { network });
  const { authorization, label } = connector;
  if (authorization?.availability(publicUrl) !== "available")
    return refused("sign-in-not-offered", { network: label });
  if (accountId) await findAccount(ctx.db, ctx.workspaceId, accountId);
  const missing = missingAnswer(authorization.fields, answers);
  if (missing) return refused("answer-missing", { network, field: missing });

  const callback = { url: callbackUrl, state: newState(), publicUrl };
  const context = connectorContext(ctx, ctx.workspaceId, network);
  const begun = await authorization.begin(context, answers, callback);
  if (begun.kind === "refused") return connectFailure(connector, begun);
  if (!/^https?:/.test(begun.url)) throw new Error(`${label} sends people to ${begun.url}.`);
  const row = rowOf(ctx, {
    network,
    callbackUrl,
    publicUrl,
    begun,
    accountId: accountId ?? null,
    state: begun.state ?? callback.state,
    typed: withoutPasswords(authorization.fields, answers),
  });
  await save(ctx, row);
  return ok({ signInId: row.id, url: begun.url, expiresAt: row.expiresAt });
}

async function save(ctx: Context, row: SignInRow): Promise<void> {
  await ctx.transact(async (tx) => {
    await deleteSignInsBefore(tx, ctx.workspaceId, new Date(row.createdAt.getTime() - keptMs));
    await insertSignIn(tx, row);
    await record(tx, ctx, "account.sign-in-begun", row.id, { network: row.network });
  });
}

interface Begun {
  network: string;
  accountId: string | null;
  callbackUrl: string;
  publicUrl: string;
  state: string;
  typed: Readonly<Record<string, string>>;
  begun: Extract<BeginOutcome, { kind: "redirect" }>;
}

function rowOf(ctx: Context, { state, typed, begun, ...known }: Begun): SignInRow {
  const now = ctx.clock.now();
  const place = { id: ctx.newId(), workspaceId: ctx.workspaceId };
  const { url, memory: network } = begun;
  return {
    ...place,
    ...known,
    userId: ctx.actor.id,
    stateFingerprint: stateFingerprint(ctx, state),
    sealed: sealMemory(ctx, place, { network, url, typed }),
    createdAt: now,
    expiresAt: new Date(now.getTime() + signInMinutes * 60_000),
    usedAt: null,
    connectedId: null,
    failure: null,
  };
}
