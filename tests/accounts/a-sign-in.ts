import { beginSignIn } from "#lib/accounts/begin-sign-in";
import type { Context } from "#lib/kernel/context";

import { haveWorkspace } from "../support/factories.ts";
import { fakeSignInPage } from "./fake-authorization.ts";

export const input = {
  network: "fake",
  answers: { server: "fake.example", secret: "hush" },
  callbackUrl: "https://shoutloop.example/api/connect/callback",
  publicUrl: "https://shoutloop.example",
};

export async function aWorkspace() {
  const ctx = await haveWorkspace();
  return { ctx, page: fakeSignInPage() };
}

/** On its way to the network's page, with the state that comes back from there. */
export async function begun(ctx: Context, over: Partial<Parameters<typeof beginSignIn>[1]> = {}) {
  const outcome = await beginSignIn(ctx, { ...input, ...over });
  if (!outcome.ok) throw new Error(outcome.refusal);
  const state = new URL(outcome.value.url).searchParams.get("state") ?? "";
  return { ...outcome.value, state };
}
