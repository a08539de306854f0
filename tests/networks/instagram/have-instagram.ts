import { onTestFinished } from "vitest";

import type { Account } from "#lib/accounts/account";
import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { connectAccount } from "#lib/accounts/connect-account";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import type { Context } from "#lib/kernel/context";
import { instagramConnector } from "#lib/networks/instagram/connector";
import { settingsAt } from "#lib/networks/instagram/settings";

import { putUp } from "../../support/test-networks.ts";
import { valueOf } from "../whole-loop.ts";
import { startInstagramServer, type InstagramServer } from "./server.ts";

/** An Instagram whose clock is the test's, for as long as the test runs; the product speaks to it, and it can fetch our pictures. */
export async function haveInstagram(ctx: Pick<Context, "clock">): Promise<InstagramServer> {
  const server = await startInstagramServer({ now: () => ctx.clock.now() });
  onTestFinished(() => server.stop());
  putUp(instagramConnector(settingsAt(server.url)));
  return server;
}

interface SignIn {
  readonly decision?: "allow" | "deny";
  readonly clientSecret?: string;
}

/** As a person does, on Instagram's own page; what came of it. */
export async function tryToSignIn(ctx: Context, server: InstagramServer, how: SignIn = {}) {
  const { decision = "allow", clientSecret = server.app.clientSecret } = how;
  const begun = await beginSignIn(ctx, {
    network: "instagram",
    answers: { clientId: server.app.clientId, clientSecret },
    publicUrl: "https://shoutloop.example",
    callbackUrl: "https://shoutloop.example/api/connect/callback",
  });
  if (!begun.ok) return begun;
  const back = new URL(await server.authorize(begun.value.url, server.brand, decision));
  const returned = Object.fromEntries(back.searchParams);
  return finishSignIn(ctx, { state: returned["state"] ?? "", returned });
}

export async function signInToInstagram(ctx: Context, server: InstagramServer): Promise<Account> {
  return valueOf(await tryToSignIn(ctx, server));
}

/** Through the Facebook page that the account hangs on. */
export async function connectThroughFacebook(
  ctx: Context,
  server: InstagramServer,
): Promise<Account> {
  const systemToken = server.oauth.systemToken(server.brand.id);
  const answers = { systemToken, appSecret: server.app.clientSecret };
  return valueOf(await connectAccount(ctx, { network: "instagram", answers }));
}
