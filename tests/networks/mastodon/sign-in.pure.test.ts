import { expect, onTestFinished, test } from "vitest";

import type { JsonObject } from "#lib/networks/contract/remote";
import type { ConnectorContext } from "#lib/networks/contract/session";
import { mastodon } from "#lib/networks/mastodon/connector";
import { serverAddress } from "#lib/networks/mastodon/server-address";

import { loopbackServer } from "../../http/loopback-server.ts";
import { signInByAuthorization } from "../../support/sign-in-by-authorization.ts";
import { connect, sessionOf } from "../network-under-test.ts";
import { startMastodonServer, type MastodonServerOptions } from "./server.ts";
import { mastodonUnderTest } from "./under-test.ts";

const publicUrl = "http://localhost:3000";
const callback = { url: `${publicUrl}/api/connect/callback`, state: "state", publicUrl };

async function haveServer(options: MastodonServerOptions = {}) {
  const server = await startMastodonServer(options);
  onTestFinished(() => server.stop());
  return { server, ...(await mastodonUnderTest(server)) };
}

function begin(context: Parameters<typeof connect>[0]["context"], typed: string, over = {}) {
  const way = mastodon.authorization;
  if (!way) throw new Error("No page.");
  return way.begin(context, { server: typed }, { ...callback, ...over });
}

test("connects with the whole name and the server's own limits", async () => {
  const configuration = { maxCharacters: 5_000, pollOptions: 6, imageMatrixLimit: 1_000_000 };
  const world = await haveServer({ configuration, domain: "wool.example" });
  const connected = await connect(world);
  expect(connected).toMatchObject({
    remoteId: "wool@wool.example",
    handle: "wool@wool.example",
    displayName: "Wool",
    origin: world.server.url,
    limits: {
      text: { max: 5_000, unit: "graphemes", linkLength: 23, hasShortMentions: true },
      images: { max: 4, maxBytes: 16_777_216, maxSide: 1_000, altMax: 1_500 },
      poll: { optionsMax: 6, optionLength: 50, minutesMin: 5, minutesMax: 43_829 },
      hasWarnings: true,
      visibilities: ["public", "unlisted", "followers", "mentioned"],
    },
  });
});

test.each(["victim.example", "not a domain", "victim.example/@anna"])(
  "a server that claims %j, which does not name it, gets the name of its own host",
  async (domain) => {
    const world = await haveServer({ domain });
    const context = { ...world.context, http: elsewhere(domain, world.context.http) };
    const { host } = new URL(world.server.url);
    expect(await connect({ ...world, context })).toMatchObject({
      remoteId: `wool@${host}`,
      handle: `wool@${host}`,
    });
  },
);

/** The domain is somebody else's, and says so. */
function elsewhere(domain: string, http: ConnectorContext["http"]): ConnectorContext["http"] {
  const self = { links: [{ rel: "self", href: `https://${domain}/users/wool` }] };
  const body = Buffer.from(JSON.stringify(self));
  return {
    ...http,
    send: async (address, options) =>
      address.includes("webfinger")
        ? { status: 200, headers: new Headers(), body, url: address }
        : http.send(address, options),
  };
}

test("one app for a server and a callback address, registered anew once the server forgot it", async () => {
  const { server, context } = await haveServer();
  await begin(context, server.url);
  await begin(context, server.url);
  expect(server.world.apps).toHaveLength(1);
  expect(server.world.apps[0]).toMatchObject({ redirectUris: [callback.url], website: publicUrl });
  await begin(context, server.url, { url: `${publicUrl}/elsewhere` });
  expect(server.world.apps).toHaveLength(2);
  server.world.apps.splice(0);
  expect(await begin(context, server.url)).toMatchObject({ kind: "redirect" });
  expect(server.world.apps).toHaveLength(1);
});

test("is available wherever the product is, also without https", () => {
  expect(mastodon.authorization?.availability("http://localhost:3000")).toBe("available");
});

test("somebody who says no, or no to a part, connects nothing", async () => {
  const { server, context, brand } = await haveServer();
  const answers = { server: server.url };
  const denied = await signInByAuthorization(mastodon, context, {
    answers,
    approve: (address) => server.authorize(address, brand, "deny"),
  });
  expect(denied).toMatchObject({ kind: "refused", code: "declined", field: "server" });
  const partly = await signInByAuthorization(mastodon, context, {
    answers,
    approve: (address) => {
      const narrowed = new URL(address);
      narrowed.searchParams.set("scope", "read:accounts write:statuses");
      return server.authorize(narrowed.href, brand);
    },
  });
  expect(partly).toMatchObject({
    code: "declined",
    detail: expect.stringContaining("read:notifications"),
  });
});

test("a code is good once, for ten minutes, and for whoever holds the verifier", async () => {
  let now = new Date("2026-03-01T12:00:00Z");
  const { server, context, brand } = await haveServer({ now: () => now });
  const come = async (memoryOver: JsonObject = {}, waitMs = 0) => {
    const begun = await begin(context, server.url);
    if (begun.kind !== "redirect") throw new Error(begun.code);
    const back = new URL(await server.authorize(begun.url, brand));
    now = new Date(now.getTime() + waitMs);
    const returned = Object.fromEntries(back.searchParams);
    const finish = () =>
      mastodon.authorization?.finish(
        context,
        { ...begun.memory, ...memoryOver },
        returned,
        callback,
      );
    return { first: await finish(), again: finish };
  };
  const fine = await come();
  expect(fine.first).toMatchObject({ kind: "connected" });
  expect(await fine.again()).toMatchObject({ kind: "refused", detail: /invalid_grant/ });
  expect((await come({ verifier: "another" })).first).toMatchObject({ detail: /invalid_grant/ });
  expect((await come({}, 11 * 60_000)).first).toMatchObject({ detail: /invalid_grant/ });
});

test.each([
  ["nothing", "", "bad-address"],
  ["no address", "wool example", "bad-address"],
  ["a port where nobody listens", "http://127.0.0.1:1", "unreachable"],
  ["a private network", "https://10.0.0.1", "private-address"],
  ["plain http", "http://wool.example", "not-https"],
])("%s is no server", async (_name, typed, code) => {
  const { context } = await haveServer();
  expect(await begin(context, typed)).toMatchObject({ kind: "refused", code, field: "server" });
});

test.each([
  ["a web page", 200, "<html>"],
  ["another network", 404, '{"error":"Not Found"}'],
  ["a server in trouble", 502, "<html>"],
])("%s is told from Mastodon", async (_name, status, body) => {
  const { context } = await haveServer();
  const other = await loopbackServer((_request, response) => {
    response.writeHead(status).end(body);
  });
  const code = status === 502 ? "unreachable" : "not-this-network";
  expect(await begin(context, other.url)).toMatchObject({ kind: "refused", code });
});

test.each([
  ["mastodon.social", "https://mastodon.social"],
  [" https://mastodon.social/@anna ", "https://mastodon.social"],
  ["@anna@mastodon.social", "https://mastodon.social"],
  ["anna@mastodon.social", "https://mastodon.social"],
  ["http://localhost:3001", "http://localhost:3001"],
  ["ftp://mastodon.social", undefined],
  ["https://me:secret@mastodon.social", undefined],
  ["", undefined],
  ["mastodon.social/@anna", "https://mastodon.social"],
  ["mastodon.social/web/@anna", "https://mastodon.social"],
  ["https://else.example/@anna@mastodon.social", "https://mastodon.social"],
  ["https://mastodon.social/login?next=/@anna@else.example", "https://mastodon.social"],
  ["acct:anna@mastodon.social", "https://mastodon.social"],
  ["＠anna＠mastodon.social", "https://mastodon.social"],
  ["<https://mastodon.social>,", "https://mastodon.social"],
  ["Mastodon.social.", "https://mastodon.social"],
  ["@anna", undefined],
])("reads %j as a server", (typed, expected) => {
  expect(serverAddress(typed)).toBe(expected);
});

test("a token that was taken back asks for a new sign-in, whatever is tried with it", async () => {
  const world = await haveServer();
  const session = sessionOf(world.context, await connect(world));
  await mastodon.revoke(session);
  expect(await mastodon.collect(session, null)).toEqual({
    kind: "reconnect",
    detail: "The access token was revoked",
  });
  expect(await mastodon.describe?.(session)).toMatchObject({ kind: "reconnect" });
  expect(await mastodon.refresh(session)).toMatchObject({ kind: "reconnect" });
});

test("limits are kept for a day, and asked for anew when the account is described", async () => {
  const world = await haveServer();
  const session = sessionOf(world.context, await connect(world));
  const asked = () =>
    world.server.requests.filter(({ path }) => path === "/api/v2/instance").length;
  const before = asked();
  await begin(world.context, world.server.url);
  expect(asked()).toBe(before);
  world.server.world.configuration.maxCharacters = 1_000;
  world.brand.person.displayName = "Wool & Co";
  expect(await mastodon.describe?.(session)).toMatchObject({
    kind: "described",
    handle: "wool@mastodon.test",
    displayName: "Wool & Co",
    limits: { text: { max: 1_000 } },
  });
});
