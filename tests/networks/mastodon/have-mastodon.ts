import { onTestFinished } from "vitest";

import type { Account } from "#lib/accounts/account";
import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { finishSignIn } from "#lib/accounts/finish-sign-in";

import type { TestContext } from "../../support/context.ts";
import { haveWorkspace } from "../../support/factories.ts";
import { valueOf } from "../whole-loop.ts";
import type { Actor } from "./people.ts";
import { startMastodonServer, type MastodonServer } from "./server.ts";
import { domainAt } from "./under-test.ts";
import type { Configuration } from "./world.ts";

const publicUrl = "http://localhost:3000";

/** A workspace that is signed in to a server of its own, and two strangers. */
export async function haveMastodon(configuration: Partial<Configuration> = {}) {
  const ctx = await haveWorkspace();
  // One clock for both: what is due here is on time there.
  const server = await startMastodonServer({ now: () => ctx.clock.now(), configuration });
  onTestFinished(() => server.stop());
  Object.assign(ctx, { http: domainAt(server, ctx.http) });
  const [brand, anna, bram] = [
    server.join("Noorderwol"),
    server.join("Anna"),
    server.join("Bram", "elsewhere.example"),
  ];
  const account = await signIn(ctx, server, brand);
  return { ctx, server, brand, anna, bram, account };
}

/** As a person in a browser does it. */
export async function signIn(
  ctx: TestContext,
  server: MastodonServer,
  brand: Actor,
): Promise<Account> {
  const asked = {
    network: "mastodon",
    answers: { server: server.url },
    callbackUrl: `${publicUrl}/api/connect/callback`,
    publicUrl,
  };
  const { url } = valueOf(await beginSignIn(ctx, asked));
  const back = new URL(await server.authorize(url, brand));
  const returned = Object.fromEntries(back.searchParams);
  return valueOf(await finishSignIn(ctx, { state: returned["state"] ?? "", returned }));
}

export function postsOf({ world }: MastodonServer, username: string) {
  return [...world.statuses.values()].filter(
    ({ author, isDeleted }) => author.username === username && !isDeleted,
  );
}
