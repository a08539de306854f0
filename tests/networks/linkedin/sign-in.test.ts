import { expect, test } from "vitest";

import { chooseAccounts } from "#lib/accounts/choose-accounts";
import { disconnectAccount } from "#lib/accounts/disconnect-account";
import { listAccounts } from "#lib/accounts/list-accounts";
import { findAccount } from "#lib/accounts/repository";
import { networkMemory } from "#lib/accounts/schema";
import { showSignIn } from "#lib/accounts/show-sign-in";
import { withSession } from "#lib/accounts/with-session";
import type { Runtime } from "#lib/kernel/context";

import { testContext } from "../../support/context.ts";
import { valueOf } from "../whole-loop.ts";
import { connectTo, haveLinkedIn, tryToSignIn } from "./have-linkedin.ts";
import { accessLifeSeconds } from "./oauth.ts";
import { addPage, memberUrn, pageUrn } from "./world.ts";

/** Any call that needs a token that works. */
const ask = (runtime: Runtime, account: { id: string; workspaceId: string }) =>
  withSession(runtime, account, async (session, { describe }) =>
    describe ? describe(session) : { kind: "not-sent" as const, detail: "" },
  );

test("a sign-in opens the member and every page they have a role at; what may not post says so", async () => {
  const ctx = await testContext();
  const server = await haveLinkedIn(ctx);
  const { world, owner, page } = server;
  const low = addPage(world, "Elsewhere", owner, "ANALYST");
  addPage(world, "Strangers", server.join("Somebody Else"));
  const finished = await tryToSignIn(ctx, server);
  if (finished.ok || finished.refusal !== "choose-accounts") throw new Error("No choice.");
  const { signInId } = finished.detail as { signInId: string };
  const { offered } = await showSignIn(ctx, signInId);
  expect(offered).toMatchObject([
    { remoteId: memberUrn(owner), displayName: "Olga Wolters", sort: "member" },
    { remoteId: pageUrn(page), handle: "noorderwol", sort: "organisation" },
    // Only an administrator is told what a page is called.
    { remoteId: pageUrn(low), handle: low.id, unusable: "role-too-low" },
  ]);
  const choose = (...remoteIds: string[]) => chooseAccounts(ctx, { signInId, remoteIds });
  expect(await choose(pageUrn(low))).toMatchObject({ refusal: "none-chosen" });
  const accounts = valueOf(await choose(pageUrn(page), memberUrn(owner)));
  expect(accounts.map(({ state }) => state)).toEqual(["active", "active"]);
  expect(server.complaints).toEqual([]);
});

test("as a member alone there is nothing to choose", async () => {
  const ctx = await testContext();
  const server = await haveLinkedIn(ctx);
  expect(valueOf(await tryToSignIn(ctx, server, { use: "member" }))).toMatchObject({
    network: "linkedin",
    remoteId: memberUrn(server.owner),
    displayName: "Olga Wolters",
    origin: server.url,
  });
});

test("what the app may not ask for, what the person refuses and what is mistyped is told apart", async () => {
  const ctx = await testContext();
  const server = await haveLinkedIn(ctx, { app: { scopes: ["openid", "profile"] } });
  expect(await tryToSignIn(ctx, server, { use: "pages" })).toMatchObject({
    refusal: expect.stringMatching(/sign-in-(failed|denied)|connect-failed/),
    detail: expect.objectContaining({ said: expect.stringContaining("r_basicprofile") }),
  });
  const willing = await haveLinkedIn(ctx);
  expect(await tryToSignIn(ctx, willing, { decision: "deny" })).toMatchObject({ ok: false });
  expect(await tryToSignIn(ctx, willing, { clientSecret: "wrong" })).toMatchObject({
    refusal: "connect-failed",
    detail: expect.objectContaining({ code: "wrong-credentials" }),
  });
});

test("the app's secret is typed once, sealed, and forgotten where LinkedIn no longer takes it", async () => {
  const ctx = await testContext();
  const server = await haveLinkedIn(ctx);
  const account = await connectTo(ctx, server, "member");
  const again = await tryToSignIn(ctx, server, { use: "member", clientSecret: "" });
  expect(valueOf(again).id).toBe(account.id);
  const rows = await ctx.db.select({ sealed: networkMemory.sealed }).from(networkMemory);
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(server.app.clientSecret);
});

test("after sixty days a token is renewed where LinkedIn gave one that can, and the renewing one stays", async () => {
  const ctx = await testContext();
  const server = await haveLinkedIn(ctx);
  const account = await connectTo(ctx, server, "pages");
  for (let rounds = 0; rounds < 3; rounds += 1) {
    ctx.clock.pass({ seconds: accessLifeSeconds });
    expect(await ask(ctx, account)).toMatchObject({ kind: "described", handle: "noorderwol" });
  }
  const renewals = server.requests.filter(({ path }) => path === "/oauth/v2/accessToken").slice(1);
  const tokens = renewals.map(({ bytes }) =>
    new URLSearchParams(bytes.toString()).get("refresh_token"),
  );
  expect(new Set(tokens).size).toBe(1);
  // Its year has run since the consent, however often it was used.
  ctx.clock.pass({ seconds: 366 * 24 * 60 * 60 - 3 * accessLifeSeconds });
  expect(await ask(ctx, account)).toMatchObject({ kind: "reconnect" });
});

test("most apps get none: a person signs in again, and the account keeps its id", async () => {
  const ctx = await testContext();
  const server = await haveLinkedIn(ctx, { app: { hasRefreshTokens: false } });
  const account = await connectTo(ctx, server, "member");
  ctx.clock.pass({ seconds: accessLifeSeconds });
  expect(await ask(ctx, account)).toMatchObject({ kind: "reconnect" });
  const row = await findAccount(ctx.db, ctx.workspaceId, account.id);
  expect(row.state).toBe("needs_reconnect");
  expect(await connectTo(ctx, server, "member")).toMatchObject({ id: account.id, state: "active" });
  expect(await ask(ctx, account)).toMatchObject({ kind: "described" });
});

test("a token that was taken back at LinkedIn asks for a person, too", async () => {
  const ctx = await testContext();
  const server = await haveLinkedIn(ctx);
  const account = await connectTo(ctx, server, "member");
  server.oauth.forget(server.owner.id);
  expect(await ask(ctx, account)).toMatchObject({ kind: "reconnect" });
});

test("disconnecting one of several accounts leaves the token to the others; the only one gives it back", async () => {
  const ctx = await testContext();
  const server = await haveLinkedIn(ctx);
  const finished = await tryToSignIn(ctx, server);
  if (finished.ok || finished.refusal !== "choose-accounts") throw new Error("No choice.");
  const { signInId } = finished.detail as { signInId: string };
  const remoteIds = [memberUrn(server.owner), pageUrn(server.page)];
  const [member, page] = valueOf(await chooseAccounts(ctx, { signInId, remoteIds }));
  if (!member || !page) throw new Error("Not both.");
  await disconnectAccount(ctx, { accountId: member.id });
  expect(server.oauth.revocations).toBe(0);
  expect(await ask(ctx, page)).toMatchObject({ kind: "described" });

  const alone = valueOf(await tryToSignIn(ctx, server, { use: "member" }));
  await disconnectAccount(ctx, { accountId: alone.id });
  expect(server.oauth.revocations).toBe(1);
  expect((await listAccounts(ctx)).map(({ id }) => id)).toEqual([page.id]);
});

test("credentials go to the LinkedIn that they were made for and to no other", async () => {
  const ctx = await testContext();
  const server = await haveLinkedIn(ctx);
  const account = await connectTo(ctx, server, "member");
  const other = await haveLinkedIn(ctx);
  expect(await ask(ctx, account)).toMatchObject({ kind: "reconnect" });
  expect(other.requests).toEqual([]);
});
