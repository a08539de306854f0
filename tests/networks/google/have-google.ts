import { onTestFinished } from "vitest";

import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import type { Context } from "#lib/kernel/context";
import { googleConnector } from "#lib/networks/google/connector";
import { settingsAt } from "#lib/networks/google/settings";

import { putUp } from "../../support/test-networks.ts";
import { valueOf } from "../whole-loop.ts";
import { startGoogle, type GoogleServer } from "./server.ts";

/** A Google whose clock is the test's, for as long as the test runs; the product speaks to it. */
export async function haveGoogle(ctx: Pick<Context, "clock">): Promise<GoogleServer> {
  const server = await startGoogle({ now: () => ctx.clock.now() });
  onTestFinished(() => server.stop());
  putUp(googleConnector(settingsAt(server.url)));
  return server;
}

/** Signs the owner in as a person does, on Google's own page; what came of it. */
export async function tryToSignIn(ctx: Context, server: GoogleServer) {
  const begun = valueOf(
    await beginSignIn(ctx, {
      network: "google",
      answers: { clientId: server.app.clientId, clientSecret: server.app.clientSecret },
      publicUrl: "https://shoutloop.example",
      callbackUrl: "https://shoutloop.example/api/connect/callback",
    }),
  );
  const back = new URL(await server.authorize(begun.url));
  const returned = Object.fromEntries(back.searchParams);
  return finishSignIn(ctx, { state: returned["state"] ?? "", returned });
}
