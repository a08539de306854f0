import type { Context } from "../kernel/context.ts";
import { refused } from "../kernel/result.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { Offers } from "./accept-outcome.ts";
import { insertSignIn, updateSignIn } from "./sign-in-repository.ts";
import {
  choiceMinutes,
  newState,
  sealMemory,
  stateFingerprint,
  type SignInMemory,
  type SignInRow,
} from "./sign-in.ts";

/**
 * Refuses with the sign-in at which a person chooses; the opened accounts are kept there, sealed, for an
 * hour.
 */
export function mustChoose(
  { label }: Pick<Connector, "label">,
  { id }: Pick<SignInRow, "id">,
  { offered }: Pick<Offers, "offered">,
) {
  const detail = { network: label, signInId: id, count: offered.length };
  return refused("choose-accounts" as const, detail);
}

/** Keeps the accounts that a sign-in on the network's page opened, until a person chooses. */
export async function keepOffered(
  ctx: Context,
  signIn: SignInRow,
  memory: Pick<SignInMemory, "typed">,
  { offered, hasMore }: Offers,
): Promise<void> {
  const sealed = sealMemory(ctx, signIn, { typed: memory.typed, offered, hasMore });
  await ctx.transact((tx) => updateSignIn(tx, signIn, { sealed, expiresAt: choiceEnd(ctx) }));
}

/** Keeps the accounts that a sign-in without the network's page opened, in a new row. */
export async function beginChoice(
  ctx: Context,
  network: string,
  { offered, hasMore }: Offers,
): Promise<SignInRow> {
  const place = { id: ctx.newId(), workspaceId: ctx.workspaceId };
  const now = ctx.clock.now();
  const row: SignInRow = {
    ...place,
    network,
    userId: ctx.actor.id,
    accountId: null,
    stateFingerprint: stateFingerprint(ctx, newState()),
    callbackUrl: "",
    publicUrl: "",
    sealed: sealMemory(ctx, place, { typed: {}, offered, hasMore }),
    createdAt: now,
    expiresAt: choiceEnd(ctx),
    usedAt: now,
    connectedId: null,
    failure: null,
  };
  await ctx.transact((tx) => insertSignIn(tx, row));
  return row;
}

function choiceEnd({ clock }: Context): Date {
  return new Date(clock.now().getTime() + choiceMinutes * 60_000);
}
