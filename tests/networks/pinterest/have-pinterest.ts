import { onTestFinished } from "vitest";

import type { Account } from "#lib/accounts/account";
import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import type { Context } from "#lib/kernel/context";
import { pinterestConnector } from "#lib/networks/pinterest/connector";
import { settingsAt } from "#lib/networks/pinterest/settings";

import { putUp } from "../../support/test-networks.ts";
import { valueOf } from "../whole-loop.ts";
import { startPinterest, type PinterestServer } from "./server.ts";

/** A Pinterest whose clock is the test's, for as long as the test runs; the product speaks to it. */
export async function havePinterest(ctx: Pick<Context, "clock">): Promise<PinterestServer> {
  const server = await startPinterest({ now: () => ctx.clock.now() });
  onTestFinished(() => server.stop());
  putUp(pinterestConnector(settingsAt(server.url)));
  return server;
}

/** Signs the brand in as a person does, on the network's own page. */
export async function signInToPinterest(ctx: Context, server: PinterestServer): Promise<Account> {
  const begun = valueOf(
    await beginSignIn(ctx, {
      network: "pinterest",
      answers: { clientId: server.app.clientId, clientSecret: server.app.clientSecret },
      publicUrl: "https://shoutloop.example",
      callbackUrl: "https://shoutloop.example/api/connect/callback",
    }),
  );
  const back = new URL(await server.authorize(begun.url));
  const returned = Object.fromEntries(back.searchParams);
  return valueOf(await finishSignIn(ctx, { state: returned["state"] ?? "", returned }));
}
