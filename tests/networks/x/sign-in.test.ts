import { expect, test } from "vitest";

import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { connectorContext } from "#lib/accounts/connector-context";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import { findAccount } from "#lib/accounts/repository";
import { networkMemory } from "#lib/accounts/schema";
import { withSession } from "#lib/accounts/with-session";
import type { Runtime } from "#lib/kernel/context";
import { rememberApp } from "#lib/networks/kit/app-secret";

import { aroundTransact } from "../../support/around-transact.ts";
import { testContext } from "../../support/context.ts";
import { haveX, signInToX } from "./have-x-account.ts";
import { accessLifeSeconds } from "./oauth.ts";

/** Any call that needs a token that works. */
const ask = (runtime: Runtime, account: { id: string; workspaceId: string }) =>
  withSession(runtime, account, async (session, { describe }) =>
    describe ? describe(session) : { kind: "not-sent" as const, detail: "" },
  );

async function signedIn(options: Parameters<typeof haveX>[1] = {}) {
  const ctx = await testContext();
  const server = await haveX(ctx, options);
  return { ctx, server, account: await signInToX(ctx, server) };
}

test("signs in on X's own page, with and without a client secret", async () => {
  const open = await signedIn();
  expect(open.account).toMatchObject({
    network: "x",
    handle: "noorderwol",
    remoteId: open.server.brand.id,
    origin: open.server.url,
  });
  const secret = await signedIn({ app: { clientSecret: "s3cret+/ =&" } });
  expect(secret.account.state).toBe("active");
});

test("an app's secret is typed once: signed in again with the field left empty", async () => {
  const { ctx, server, account } = await signedIn({ app: { clientSecret: "s3cret" } });
  expect((await signInToX(ctx, server, { clientSecret: "" })).id).toBe(account.id);
  const another = { ...ctx, workspaceId: "workspace-2" };
  await expect(signInToX(another, server, { clientSecret: "" })).rejects.toThrow(
    "wrong-credentials",
  );
});

test("a kept secret that X no longer takes is forgotten, so that an app can become one without", async () => {
  const ctx = await testContext();
  const server = await haveX(ctx);
  const { clientId } = server.app;
  await rememberApp(connectorContext(ctx, ctx.workspaceId, "x"), {
    clientId,
    clientSecret: "older",
  });
  await expect(signInToX(ctx, server)).rejects.toThrow("wrong-credentials");
  expect((await signInToX(ctx, server)).state).toBe("active");
});

test("a secret that X does not take is not kept, and one that it takes is sealed", async () => {
  const ctx = await testContext();
  const server = await haveX(ctx, { app: { clientSecret: "s3cret" } });
  await expect(signInToX(ctx, server, { clientSecret: "wrong" })).rejects.toThrow(
    "wrong-credentials",
  );
  await expect(signInToX(ctx, server, { clientSecret: "" })).rejects.toThrow("wrong-credentials");
  await signInToX(ctx, server);
  const rows = await ctx.db.select({ sealed: networkMemory.sealed }).from(networkMemory);
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain("s3cret");
});

test("a code works once and for 30 seconds, and only for who began", async () => {
  const { server } = await signedIn();
  const query = (over: Record<string, string>) =>
    new URLSearchParams({
      response_type: "code",
      client_id: server.app.clientId,
      redirect_uri: server.app.callbacks[0] ?? "",
      scope: "tweet.read offline.access",
      state: "state",
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
      ...over,
    });
  expect(server.oauth.problemOf(query({}))).toBeUndefined();
  expect(server.oauth.problemOf(query({ redirect_uri: "http://localhost:3000/" }))).toMatch(
    "redirect",
  );
  expect(server.oauth.problemOf(query({ code_challenge_method: "plain" }))).toMatch("S256");
  expect(server.oauth.problemOf(query({ scope: "everything" }))).toMatch("scope");

  const trade = (code: string, verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") => {
    const form = { client_id: server.app.clientId, grant_type: "authorization_code", code };
    const redirect_uri = server.app.callbacks[0] ?? "";
    return server.oauth.token(
      new URLSearchParams({ ...form, redirect_uri, code_verifier: verifier }),
      undefined,
    );
  };
  const newCode = () =>
    new URL(server.oauth.allow(query({}), server.brand.id)).searchParams.get("code") ?? "";
  const code = newCode();
  expect(trade(code)).toMatchObject({ expires_in: 7200 });
  expect(() => trade(code)).toThrow("authorization code was invalid");
  expect(() => trade(newCode(), "another verifier")).toThrow("authorization code was invalid");
});

test("somebody who says no is told so, and an unknown app is named", async () => {
  const ctx = await testContext();
  const server = await haveX(ctx);
  const publicUrl = "http://localhost:3000";
  const about = { network: "x", publicUrl, callbackUrl: `${publicUrl}/api/connect/callback` };
  const begun = await beginSignIn(ctx, { ...about, answers: { clientId: server.app.clientId } });
  if (!begun.ok) throw new Error(begun.refusal);
  const back = new URL(await server.authorize(begun.value.url, server.brand, "deny"));
  const returned = Object.fromEntries(back.searchParams);
  expect(await finishSignIn(ctx, { state: returned["state"] ?? "", returned })).toMatchObject({
    refusal: "sign-in-denied",
  });
  const missing = await beginSignIn(ctx, { ...about, answers: {} });
  expect(missing).toMatchObject({ refusal: "answer-missing", detail: { field: "clientId" } });
});

test("a lifetime later one of many callers renews, and all go on with the new token", async () => {
  const { ctx, server, account } = await signedIn();
  ctx.clock.pass({ seconds: accessLifeSeconds });
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => ask(ctx, account)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => "described"));
  expect(server.oauth).toMatchObject({ refreshes: 1, reuses: 0 });
});

test("a save that fails once is tried again: the old token is gone for good", async () => {
  const { ctx, server, account } = await signedIn();
  ctx.clock.pass({ seconds: accessLifeSeconds });
  let failures = 1;
  const shaky = aroundTransact(ctx, (transact) => async (work) => {
    if (server.oauth.refreshes > 0 && failures-- > 0) throw new Error("database is locked");
    return transact(work);
  });
  expect(await ask(shaky, account)).toMatchObject({ kind: "described" });
  ctx.clock.pass({ seconds: accessLifeSeconds });
  expect(await ask(ctx, account)).toMatchObject({ kind: "described" });
  expect(server.oauth).toMatchObject({ refreshes: 2, reuses: 0 });
});

test("a crash between X's answer and the save: a person signs in again, and nobody hammers", async () => {
  const { ctx, server, account } = await signedIn();
  ctx.clock.pass({ seconds: accessLifeSeconds });
  // The process is gone before it saves.
  const dying = aroundTransact(ctx, (transact) => async (work) => {
    if (server.oauth.refreshes > 0) {
      ctx.clock.pass({ seconds: 61 });
      throw new Error("killed");
    }
    return transact(work);
  });
  await expect(ask(dying, account)).rejects.toThrow("killed");

  expect(await ask(ctx, account)).toMatchObject({ kind: "reconnect" });
  expect(server.oauth).toMatchObject({ refreshes: 1, reuses: 1 });
  const row = await findAccount(ctx.db, ctx.workspaceId, account.id);
  expect(row).toMatchObject({ state: "needs_reconnect", refreshLeaseUntil: null });

  const again = await signInToX(ctx, server);
  expect(again).toMatchObject({ id: account.id, state: "active" });
  expect(await ask(ctx, account)).toMatchObject({ kind: "described" });
});

test("while somebody who crashed still holds the lease, the old token is not sent", async () => {
  const { ctx, server, account } = await signedIn();
  ctx.clock.pass({ seconds: accessLifeSeconds });
  server.faults.next("token", "reset-before");
  const [first, second] = await Promise.all([ask(ctx, account), ask(ctx, account)]);
  // X never saw the first, so the second could still renew.
  expect([first.kind, second.kind].toSorted()).toEqual(["described", "not-sent"]);
  expect(server.oauth).toMatchObject({ refreshes: 1, reuses: 0 });
});

test("a lost answer to a renewal ends the sign-in at X; the account says so", async () => {
  const { ctx, server, account } = await signedIn();
  ctx.clock.pass({ seconds: accessLifeSeconds });
  server.faults.next("token", "malformed-after");
  expect(await ask(ctx, account)).toMatchObject({ kind: "not-sent" });
  expect(await ask(ctx, account)).toMatchObject({
    kind: "reconnect",
    detail: expect.stringContaining("token was invalid"),
  });
});

test("credentials go to the X that they were made for and to no other", async () => {
  const { ctx, account } = await signedIn();
  const other = await haveX(ctx);
  expect(await ask(ctx, account)).toMatchObject({ kind: "reconnect" });
  expect(other.meter.requests).toEqual({});
});
