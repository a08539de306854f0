import { setTimeout as sleep } from "node:timers/promises";

import type { Account } from "../accounts/account.ts";
import { beginSignIn, type BegunSignIn } from "../accounts/begin-sign-in.ts";
import { callbackUrlOf } from "../accounts/callback-url.ts";
import { finishSignIn } from "../accounts/finish-sign-in.ts";
import { showAccount } from "../accounts/show-account.ts";
import { showSignIn } from "../accounts/show-sign-in.ts";
import type { Context } from "../kernel/context.ts";
import { refused, type Result } from "../kernel/result.ts";
import { granted, RefusedCommand } from "../transports/refused-command.ts";
import type { CommandContext } from "./command-context.ts";

export interface PageOptions {
  readonly network: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly accountId?: string;
  /** The URL to which the network sent the person back, for pasting. */
  readonly finish?: string | undefined;
  readonly wait: boolean;
}

export type SignedIn =
  | { readonly kind: "connected"; readonly account: Account }
  /** The sign-in opened several accounts, and a person has to choose which to connect. */
  | { readonly kind: "choice"; readonly signInId: string };

export type Signed = SignedIn | { readonly kind: "begun"; readonly begun: BegunSignIn };

const pollEveryMs = 1_000;

/**
 * Signs in on a network's own page: prints the URL, then waits until the person returns to the running
 * server, or takes the pasted URL.
 */
export async function signInInBrowser(
  ctx: Context,
  cli: Pick<CommandContext, "tell" | "terminal">,
  { finish, wait, ...what }: PageOptions,
): Promise<Signed> {
  if (finish !== undefined) return finishWith(ctx, finish);
  const { publicUrl } = cli.terminal.environment();
  const callbackUrl = callbackUrlOf(publicUrl);
  const begun = granted(await beginSignIn(ctx, { ...what, publicUrl, callbackUrl }));
  if (!wait) return { kind: "begun", begun };
  const { url } = begun;
  cli.terminal.printError(cli.tell("cli.sign-in.open", { url, publicUrl }));
  return waitForReturn(ctx, begun);
}

async function finishWith(ctx: Context, address: string): Promise<SignedIn> {
  const query = URL.parse(address.trim())?.searchParams;
  const state = query?.get("state");
  if (!query || !state) throw new RefusedCommand("no-answer");
  return signedOf(await finishSignIn(ctx, { state, returned: Object.fromEntries(query) }));
}

/** Returns the outcome of signing in; throws on any refusal other than having to choose accounts. */
export function signedOf(outcome: Result<Account, string>): SignedIn {
  if (!outcome.ok && outcome.refusal === "choose-accounts")
    return { kind: "choice", signInId: String(outcome.detail["signInId"]) };
  return { kind: "connected", account: granted(outcome) };
}

async function waitForReturn(ctx: Context, { signInId }: BegunSignIn): Promise<SignedIn> {
  for (;;) {
    const { state, connectedId, failure } = await showSignIn(ctx, signInId);
    if (connectedId) return { kind: "connected", account: await showAccount(ctx, connectedId) };
    if (failure) return granted({ ok: false, ...failure });
    if (state === "choosing") return { kind: "choice", signInId };
    if (state === "expired") return granted(refused("sign-in-expired"));
    await sleep(pollEveryMs);
  }
}
