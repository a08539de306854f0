import { onTestFinished } from "vitest";

import type { Account } from "#lib/accounts/account";
import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import type { Context } from "#lib/kernel/context";
import { xConnector } from "#lib/networks/x/connector";
import type { XSettings } from "#lib/networks/x/settings";

import { putUp } from "../../support/test-networks.ts";
import { startXServer, type XServer, type XServerOptions } from "./server.ts";
import { settingsAt } from "./under-test.ts";

/** An X whose clock is the test's, for as long as the test runs; the product speaks to it. */
export async function haveX(
  ctx: Pick<Context, "clock">,
  { settings, ...options }: XServerOptions & { settings?: Partial<XSettings> } = {},
): Promise<XServer> {
  const server = await startXServer({ now: () => ctx.clock.now(), ...options });
  onTestFinished(() => server.stop());
  putUp(xConnector(settingsAt(server, settings)));
  return server;
}

/** Signs the brand in as a person does, on X's own page. */
export async function signInToX(
  ctx: Context,
  server: XServer,
  typed: { clientSecret?: string } = {},
): Promise<Account> {
  const publicUrl = "http://localhost:3000";
  const { clientId, clientSecret = "" } = { ...server.app, ...typed };
  const begun = await beginSignIn(ctx, {
    network: "x",
    answers: { clientId, clientSecret },
    publicUrl,
    callbackUrl: `${publicUrl}/api/connect/callback`,
  });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  const back = new URL(await server.authorize(begun.value.url));
  const returned = Object.fromEntries(back.searchParams);
  const finished = await finishSignIn(ctx, { state: returned["state"] ?? "", returned });
  if (!finished.ok) throw new Error(JSON.stringify(finished));
  return finished.value;
}
