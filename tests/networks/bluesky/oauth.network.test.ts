import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, expect, test } from "vitest";

import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { callbackUrlOf } from "#lib/accounts/callback-url";
import { connectorContext } from "#lib/accounts/connector-context";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import { findAccount, updateAccount } from "#lib/accounts/repository";
import { openCredentials, sealCredentials } from "#lib/accounts/seal-credentials";
import { withSession } from "#lib/accounts/with-session";
import { createHttpClient } from "#lib/http/client";
import { withStandIns } from "#lib/http/stand-in";
import type { Context } from "#lib/kernel/context";
import { bluesky } from "#lib/networks/bluesky/connector";
import { showClientMetadata } from "#lib/networks/bluesky/oauth/show-client-metadata";
import type { JsonObject } from "#lib/networks/contract/remote";
import type { ConnectorContext, Session } from "#lib/networks/contract/session";

import { startBlueskyNetwork, type BlueskyNetwork } from "../../support/bluesky-network.ts";
import { signInAtBluesky } from "../../support/bluesky-sign-in-page.ts";
import { testContext } from "../../support/context.ts";
import { signInByAuthorization } from "../../support/sign-in-by-authorization.ts";
import {
  askedSince,
  connect,
  partOf,
  prepare,
  publish,
  publishPart,
  sessionOf,
} from "../network-under-test.ts";
import { blueskyUnderTest, recordOf } from "./under-test.ts";

/** An installation on the public web, as far as these servers can see. */
const publicUrl = "https://shout.loop.social";

let network: BlueskyNetwork;
let described: object | undefined;
let web: Server;

beforeAll(async () => {
  web = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(described));
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  const { port } = web.address() as AddressInfo;
  network = await startBlueskyNetwork({ standIn: `${publicUrl}=http://127.0.0.1:${port}` });
});
afterAll(() => web.close());
afterAll(() => network.stop());

test("signing in on the server's own page connects, and tells who it is and where it lives", async () => {
  const { connected, brand } = await signedIn();
  expect(connected).toMatchObject({
    kind: "connected",
    remoteId: brand.did,
    handle: brand.handle,
    displayName: "Wool",
    origin: network.pds,
  });
});

test.each([
  ["the handle", () => undefined],
  ["the server", () => network.pds],
  ["the identity", (did: string) => did],
])("the page is found by %s", async (_what, typed) => {
  const { connected, brand } = await signedIn((actor) => typed(actor.did) ?? `@${actor.handle} `);
  expect(connected.remoteId).toBe(brand.did);
});

test("somebody who says no is told so, and nothing is connected", async () => {
  const { context, brand } = await anAccount();
  const page = {
    answers: { handle: brand.handle },
    approve: (url: string) => signInAtBluesky(url, brand, "no"),
  };
  expect(await signInByAuthorization(bluesky, context, page)).toMatchObject({ kind: "refused" });
});

test.each([
  ["a handle that nobody has", "nobody-has-this.test", "unknown-handle"],
  ["a server inside somebody's network", "https://10.0.0.1", "private-address"],
  ["a server without https", "http://pds.example", "not-https"],
])("%s is refused in words, at its field", async (_what, handle, code) => {
  const { context } = await anAccount();
  const approve = async () => "";
  expect(
    await signInByAuthorization(bluesky, context, { answers: { handle }, approve }),
  ).toMatchObject({
    kind: "refused",
    code,
    field: "handle",
  });
});

test("a post goes out once, with proofs, and is found by its own id", async () => {
  const { session } = await signedIn();
  const part = partOf({ text: "Signed with a key of our own 🔑" });
  const request = await prepare(bluesky, session, part);
  expect(await bluesky.reconcile(session, request, askedSince(part.createdAt))).toEqual({
    kind: "absent",
  });
  const first = await publish(bluesky, session, request);
  const second = await publish(bluesky, session, request);
  expect(second.remoteId).toBe(first.remoteId);
  expect((await recordOf(network, first)).value.text).toBe(part.text);
  expect(await bluesky.remove(session, first)).toEqual({ kind: "removed" });
});

test("images and what others did come through the same proofs", async () => {
  const { session, world } = await signedIn();
  const images = [{ mediaId: "red", alt: "A red square" }];
  const post = await publishPart(bluesky, session, { text: "Look", images });
  await world.react(post);
  const collected = await bluesky.collect(session, null);
  expect(collected.kind === "collected" && collected.touchpoints.length).toBeGreaterThan(4);
  const measured = await bluesky.measure(session, [post]);
  expect(measured).toMatchObject({ kind: "measured", metrics: [{ likes: 1, reposts: 1 }] });
  expect(await bluesky.describe?.(session)).toMatchObject({ kind: "described" });
});

test("a token near its end is not used; the renewed one is, and the old renewing token is dead", async () => {
  const { session } = await signedIn();
  const later = { ...session, now: () => new Date(Date.now() + 24 * 60 * 60_000) };
  expect(await bluesky.collect(later, null)).toEqual({ kind: "expired" });
  const renewed = await bluesky.refresh(session);
  if (renewed.kind !== "refreshed") throw new Error(JSON.stringify(renewed));
  expect(renewed.credentials).not.toEqual(session.credentials);
  const next: Session = { ...session, credentials: stored(renewed.credentials) };
  await publishPart(bluesky, next, { text: "With the new one" });
  // A server that sees a renewing token twice ends the sign-in: hence the lock, and saving before use.
  expect(await bluesky.refresh(session)).toMatchObject({ kind: "reconnect" });
  expect(await bluesky.refresh(next)).toMatchObject({ kind: "reconnect" });
});

test("revoking ends the sign-in at the server", async () => {
  const { session } = await signedIn();
  await bluesky.revoke(session);
  expect(await bluesky.refresh(session)).toMatchObject({ kind: "reconnect" });
  expect(await bluesky.collect(session, null)).toEqual({ kind: "expired" });
});

test("a renewal that does not reach the server is tried again later", async () => {
  const { session } = await signedIn();
  const cutOff = { ...session, http: createHttpClient(undefined) };
  expect(await bluesky.refresh(cutOff)).toMatchObject({ kind: "not-sent" });
});

test("what is sealed is plain data", async () => {
  const { session } = await signedIn();
  expect(stored(session.credentials)).toEqual(session.credentials);
});

test("an installation on the public web signs in by its own document and key, and may renew for months", async () => {
  const { world, context, brand } = await anAccount();
  const ctx = await testContext();
  const own = { ...context, memory: connectorContext(ctx, ctx.workspaceId, "bluesky").memory };
  const callbackUrl = callbackUrlOf(publicUrl);
  described = await showClientMetadata(own, { publicUrl, callbackUrl });
  expect(described).toMatchObject({
    client_id: `${publicUrl}/api/networks/bluesky/client-metadata.json`,
    redirect_uris: [`${publicUrl}/api/connect/callback`],
    token_endpoint_auth_method: "private_key_jwt",
  });
  expect(JSON.stringify(described)).not.toContain('"d":');
  const page = {
    publicUrl,
    answers: { handle: brand.handle },
    approve: (url: string) => signInAtBluesky(url, brand),
  };
  const connected = await connect({ ...world, context: own, answers: {}, page });
  const session = sessionOf(own, connected);
  const renewed = await bluesky.refresh(session);
  if (renewed.kind !== "refreshed") throw new Error(JSON.stringify(renewed));
  const next = { ...session, credentials: stored(renewed.credentials) };
  await publishPart(bluesky, next, { text: "From a server of our own" });
  await bluesky.revoke(next);
  expect(await bluesky.refresh(next)).toMatchObject({ kind: "reconnect" });
});

test("however many use the account when its token runs out, it is renewed once and all go on", async () => {
  const { context, brand } = await anAccount();
  const ctx = { ...(await testContext()), http: context.http, clock: { now: () => new Date() } };
  const home = "http://localhost:3000";
  const input = { network: "bluesky", answers: { handle: brand.handle } };
  const callbackUrl = callbackUrlOf(home);
  const begun = await beginSignIn(ctx, { ...input, callbackUrl, publicUrl: home });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  const back = new URL(await signInAtBluesky(begun.value.url, brand));
  const returned = Object.fromEntries(back.searchParams);
  const connected = await finishSignIn(ctx, { state: returned["state"] ?? "", returned });
  if (!connected.ok) throw new Error(JSON.stringify(connected));
  const { id } = connected.value;
  await makeStale(ctx, id);
  const before = await findAccount(ctx.db, ctx.workspaceId, id);
  const ask = () => withSession(ctx, connected.value, (session) => bluesky.collect(session, null));
  const asked = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(asked.map(({ kind }) => kind)).toEqual(asked.map(() => "collected"));
  const after = await findAccount(ctx.db, ctx.workspaceId, id);
  expect(after.credentialsVersion).toBe(before.credentialsVersion + 1);
});

/** As if the access token had come an hour earlier. */
async function makeStale(ctx: Context, id: string): Promise<void> {
  const account = await findAccount(ctx.db, ctx.workspaceId, id);
  const { oauth } = openCredentials(ctx, account) as { oauth: JsonObject };
  const stale = { oauth: { ...oauth, freshUntil: new Date(0).toISOString() } };
  const sealedCredentials = sealCredentials(ctx, account, stale);
  await ctx.transact((tx) => updateAccount(tx, ctx.workspaceId, id, { sealedCredentials }));
}

test("an installation that nobody can reach has no document to show", async () => {
  const { context } = await anAccount();
  for (const at of ["http://localhost:3000", "https://10.0.0.1", "https://shout.local"])
    expect(await showClientMetadata(context, { publicUrl: at, callbackUrl: at })).toBeUndefined();
  const { availability } = bluesky.authorization ?? {};
  expect(availability?.("http://192.168.1.2:3000")).toBe("needs-public-https");
  expect(availability?.("http://localhost:3000")).toBe("available");
  expect(availability?.(publicUrl)).toBe("available");
});

async function anAccount() {
  const world = await blueskyUnderTest(network);
  // A handle is found only once the AppView has heard of it.
  await network.settle();
  const http = withStandIns(createHttpClient("localhost,127.0.0.1"), network.standIns);
  const context: ConnectorContext = { ...world.context, http };
  return { world, context, brand: world.brand };
}

async function signedIn(typed = (actor: { handle: string; did: string }) => actor.handle) {
  const { world, context, brand } = await anAccount();
  const page = {
    answers: { handle: typed(brand) },
    approve: (url: string) => signInAtBluesky(url, brand),
  };
  const connected = await connect({ ...world, context, answers: {}, page });
  return { world, context, brand, connected, session: sessionOf(context, connected) };
}

function stored(credentials: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(credentials));
}
