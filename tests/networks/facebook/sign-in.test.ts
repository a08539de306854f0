import { expect, test } from "vitest";

import { chooseAccounts } from "#lib/accounts/choose-accounts";
import { connectAccount } from "#lib/accounts/connect-account";
import { networkMemory } from "#lib/accounts/schema";
import { showSignIn } from "#lib/accounts/show-sign-in";
import { withSession } from "#lib/accounts/with-session";
import type { Runtime } from "#lib/kernel/context";

import { testContext } from "../../support/context.ts";
import { valueOf } from "../whole-loop.ts";
import { haveFacebook, signInToFacebook, tryToSignIn } from "./have-facebook.ts";
import { addPage } from "./world.ts";

/** Any call that needs a token that works. */
const ask = (runtime: Runtime, account: { id: string; workspaceId: string }) =>
  withSession(runtime, account, async (session, { describe }) =>
    describe ? describe(session) : { kind: "not-sent" as const, detail: "" },
  );

test("a sign-in opens every page of the person, over pages of the list; what may not post says so", async () => {
  const ctx = await testContext();
  const server = await haveFacebook(ctx);
  const { world, owner, page } = server;
  const low = addPage(world, "Only looking", owner, { tasks: ["ANALYZE"] });
  const newer = addPage(world, "New style", owner, { tasks: ["PROFILE_PLUS_CREATE_CONTENT"] });
  addPage(world, "Strangers", server.join("Somebody Else"));
  for (let count = 0; count < 120; count += 1) addPage(world, `Shop ${count}`, owner);
  const finished = await tryToSignIn(ctx, server);
  if (finished.ok || finished.refusal !== "choose-accounts") throw new Error("No choice.");
  const { signInId } = finished.detail as { signInId: string };
  const { offered } = await showSignIn(ctx, signInId);
  expect(offered).toHaveLength(123);
  expect(offered?.slice(0, 3)).toMatchObject([
    { remoteId: page.id, handle: "noorderwol", displayName: "Noorderwol" },
    { remoteId: low.id, handle: low.id, unusable: "role-too-low" },
    { remoteId: newer.id },
  ]);
  const choose = (...remoteIds: string[]) => chooseAccounts(ctx, { signInId, remoteIds });
  expect(await choose(low.id)).toMatchObject({ refusal: "none-chosen" });
  const accounts = valueOf(await choose(page.id, newer.id));
  expect(accounts.map(({ state }) => state)).toEqual(["active", "active"]);
  // A call goes with the proof that we know the app's secret, and a page's token does not end.
  ctx.clock.pass({ days: 400 });
  for (const account of accounts)
    expect(await ask(ctx, account)).toMatchObject({ kind: "described" });
  expect(server.complaints).toEqual([]);
});

test("what is refused, mistyped and missing is told apart", async () => {
  const ctx = await testContext();
  const server = await haveFacebook(ctx);
  expect(await tryToSignIn(ctx, server, { decision: "deny" })).toMatchObject({ ok: false });
  expect(await tryToSignIn(ctx, server, { clientSecret: "wrong" })).toMatchObject({
    refusal: "connect-failed",
    detail: expect.objectContaining({ code: "wrong-credentials" }),
  });
  server.oauth.declined.add("pages_manage_posts");
  expect(await tryToSignIn(ctx, server)).toMatchObject({
    refusal: "connect-failed",
    detail: expect.objectContaining({ code: "declined" }),
  });
  server.oauth.declined.clear();
  server.world.pages.splice(0);
  expect(await tryToSignIn(ctx, server)).toMatchObject({
    detail: expect.objectContaining({ code: "nothing-there" }),
  });
});

test("the token of a system user opens the same pages without any page to sign in on", async () => {
  const ctx = await testContext();
  const server = await haveFacebook(ctx);
  const systemToken = server.oauth.systemToken(server.owner.id);
  const connect = (answers: Record<string, string>) =>
    connectAccount(ctx, { network: "facebook", answers });
  expect(await connect({ systemToken })).toMatchObject({
    detail: expect.objectContaining({ code: "wrong-credentials", field: "systemToken" }),
  });
  expect(await connect({ systemToken: "EAAold" })).toMatchObject({ refusal: "connect-failed" });
  const account = valueOf(await connect({ systemToken, appSecret: server.app.clientSecret }));
  ctx.clock.pass({ days: 1_000 });
  expect(await ask(ctx, account)).toMatchObject({ kind: "described", handle: "noorderwol" });
});

test("the app's secret is typed once and sealed; a new password asks for a person", async () => {
  const ctx = await testContext();
  const server = await haveFacebook(ctx);
  const account = await signInToFacebook(ctx, server);
  expect(valueOf(await tryToSignIn(ctx, server, { clientSecret: "" })).id).toBe(account.id);
  const rows = await ctx.db.select({ sealed: networkMemory.sealed }).from(networkMemory);
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(server.app.clientSecret);
  server.oauth.forget(server.owner.id);
  expect(await ask(ctx, account)).toMatchObject({ kind: "reconnect" });
});
