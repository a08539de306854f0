import { onTestFinished } from "vitest";

import type { Account } from "#lib/accounts/account";
import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { chooseAccounts } from "#lib/accounts/choose-accounts";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import type { Context } from "#lib/kernel/context";
import { facebookConnector } from "#lib/networks/facebook/connector";
import { settingsAt } from "#lib/networks/facebook/settings";

import { putUp } from "../../support/test-networks.ts";
import { valueOf } from "../whole-loop.ts";
import { startFacebookServer, type FacebookServer } from "./server.ts";

/** A Facebook whose clock is the test's, for as long as the test runs; the product speaks to it. */
export async function haveFacebook(ctx: Pick<Context, "clock">): Promise<FacebookServer> {
  const server = await startFacebookServer({ now: () => ctx.clock.now() });
  onTestFinished(() => server.stop());
  putUp(facebookConnector(settingsAt(server.url)));
  return server;
}

interface SignIn {
  readonly decision?: "allow" | "deny";
  readonly clientSecret?: string;
}

/** As a person does, on Facebook's own page; what came of it. */
export async function tryToSignIn(ctx: Context, server: FacebookServer, how: SignIn = {}) {
  const { decision = "allow", clientSecret = server.app.clientSecret } = how;
  const publicUrl = "https://shoutloop.example";
  const begun = await beginSignIn(ctx, {
    network: "facebook",
    answers: { clientId: server.app.clientId, clientSecret },
    publicUrl,
    callbackUrl: `${publicUrl}/api/connect/callback`,
  });
  if (!begun.ok) return begun;
  const back = new URL(await server.authorize(begun.value.url, server.owner, decision));
  const returned = Object.fromEntries(back.searchParams);
  return finishSignIn(ctx, { state: returned["state"] ?? "", returned });
}

/** The brand's page, of all that the sign-in opened. */
export async function signInToFacebook(ctx: Context, server: FacebookServer): Promise<Account> {
  const finished = await tryToSignIn(ctx, server);
  if (finished.ok) return finished.value;
  if (finished.refusal !== "choose-accounts") throw new Error(JSON.stringify(finished));
  const { signInId } = finished.detail as { signInId: string };
  const [account] = valueOf(await chooseAccounts(ctx, { signInId, remoteIds: [server.page.id] }));
  if (!account) throw new Error("Nothing was connected.");
  return account;
}
