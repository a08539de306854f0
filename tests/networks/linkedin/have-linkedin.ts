import { onTestFinished } from "vitest";

import type { Account } from "#lib/accounts/account";
import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { chooseAccounts } from "#lib/accounts/choose-accounts";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import type { Context } from "#lib/kernel/context";
import { linkedInConnector } from "#lib/networks/linkedin/connector";
import { usualSettings, type LinkedInSettings } from "#lib/networks/linkedin/settings";

import { putUp } from "../../support/test-networks.ts";
import { valueOf } from "../whole-loop.ts";
import { startLinkedIn, type LinkedInOptions, type LinkedInServer } from "./server.ts";
import { settingsAt } from "./under-test.ts";
import { memberUrn, pageUrn } from "./world.ts";

/** A LinkedIn whose clock is the test's, for as long as the test runs; the product speaks to it. */
export async function haveLinkedIn(
  ctx: Pick<Context, "clock">,
  { settings, ...options }: LinkedInOptions & { settings?: Partial<LinkedInSettings> } = {},
): Promise<LinkedInServer> {
  const server = await startLinkedIn({ now: () => ctx.clock.now(), ...options });
  onTestFinished(() => server.stop());
  const { scopes } = usualSettings;
  putUp(linkedInConnector(settingsAt(server, { scopes, ...settings })));
  return server;
}

interface SignIn {
  readonly use?: "member" | "pages";
  readonly decision?: "allow" | "deny";
  readonly clientSecret?: string;
}

/** As a person does, on LinkedIn's own page; what came of it. */
export async function tryToSignIn(ctx: Context, server: LinkedInServer, how: SignIn = {}) {
  const { use = "pages", decision = "allow", clientSecret = server.app.clientSecret } = how;
  const publicUrl = "http://localhost:3000";
  const { clientId } = server.app;
  const begun = await beginSignIn(ctx, {
    network: "linkedin",
    answers: { clientId, clientSecret, use },
    publicUrl,
    callbackUrl: `${publicUrl}/api/connect/callback`,
  });
  if (!begun.ok) return begun;
  const back = new URL(await server.authorize(begun.value.url, server.owner, decision));
  const returned = Object.fromEntries(back.searchParams);
  return finishSignIn(ctx, { state: returned["state"] ?? "", returned });
}

/** Connects the one account that is meant, of all that the sign-in opened. */
export async function connectTo(
  ctx: Context,
  server: LinkedInServer,
  use: "member" | "pages",
): Promise<Account> {
  const finished = await tryToSignIn(ctx, server, { use });
  if (finished.ok) return finished.value;
  if (finished.refusal !== "choose-accounts") throw new Error(JSON.stringify(finished));
  const { signInId } = finished.detail as { signInId: string };
  const remoteId = use === "pages" ? pageUrn(server.page) : memberUrn(server.owner);
  const [account] = valueOf(await chooseAccounts(ctx, { signInId, remoteIds: [remoteId] }));
  if (!account) throw new Error("Nothing was connected.");
  return account;
}

/** What stands there under an author's name. */
export function postsBy(server: LinkedInServer, author: string) {
  return server.world.posts.filter((post) => post.author === author && !post.isDeleted);
}

export function sentTo(server: LinkedInServer, method: string, path: string) {
  return server.requests.filter((one) => one.method === method && one.path === path);
}
