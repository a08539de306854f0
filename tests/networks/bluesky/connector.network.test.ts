import { afterAll, beforeAll, expect, test } from "vitest";

import { createHttpClient } from "#lib/http/client";
import { bluesky } from "#lib/networks/bluesky/connector";
import type { JsonObject } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";

import { loopbackServer } from "../../http/loopback-server.ts";
import { xrpc } from "../../support/bluesky-actor.ts";
import { startBlueskyNetwork, type BlueskyNetwork } from "../../support/bluesky-network.ts";
import {
  askedSince,
  partOf,
  prepare,
  publish,
  publishPart,
  signIn,
} from "../network-under-test.ts";
import { shopWithPicture } from "./shop.ts";
import { blueskyUnderTest, connected, reasons, recordOf } from "./under-test.ts";
import { losingAnswers, noting } from "./watched-http.ts";

let network: BlueskyNetwork;

beforeAll(async () => {
  network = await startBlueskyNetwork();
});
afterAll(() => network.stop());

test("connecting tells who it is and where the account lives", async () => {
  const { context, answers, brand } = await connected(network);
  const typed = { ...answers, identifier: ` @${brand.handle}\u202c ` };
  expect(await bluesky.connect(context, typed)).toMatchObject({
    kind: "connected",
    remoteId: brand.did,
    handle: brand.handle,
    displayName: "Wool",
    origin: network.pds,
  });
});

test.each([
  ["a private server that nobody allowed", "https://localhost:1", "private-address"],
  ["no https", "http://pds.example", "not-https"],
  ["no address", "http://", "bad-address"],
  ["another kind of address", "ftp://pds.example", "bad-address"],
])("connecting refuses %s", async (_name, pds, code) => {
  const { context, answers } = await connected(network);
  const strict = { ...context, http: createHttpClient(undefined) };
  expect(await bluesky.connect(strict, { ...answers, pds })).toMatchObject({
    kind: "refused",
    code,
    field: "pds",
  });
});

test("connecting to something that is no Bluesky server says so", async () => {
  const { context, answers } = await connected(network);
  const shop = await loopbackServer((_request, response) => {
    response.writeHead(404, { "content-type": "text/html" }).end("<h1>Not found</h1>");
  });
  const outcome = await bluesky.connect(context, { ...answers, pds: shop.url });
  expect(outcome).toMatchObject({ kind: "refused", code: "not-this-network", field: "pds" });
});

test("a mention carries the fan's DID, to the byte; a handle that nobody has stays text", async () => {
  const { session, anna } = await connected(network);
  const text = `🧶 Dank je wel, @${anna.handle}! Zie https://wool.invalid/é?a=b, @nobody.test en #trui.`;
  const post = await publishPart(bluesky, session, { text, language: "nl" });
  const { value } = await recordOf(network, post);
  const bytes = Buffer.from(text);
  const facets = value.facets.map((facet: JsonObject & { index: never; features: never[] }) => {
    const { byteStart, byteEnd } = facet.index;
    return [bytes.subarray(byteStart, byteEnd).toString(), facet.features[0]];
  });
  expect(facets).toEqual([
    [`@${anna.handle}`, { $type: "app.bsky.richtext.facet#mention", did: anna.did }],
    [
      "https://wool.invalid/é?a=b",
      { $type: "app.bsky.richtext.facet#link", uri: "https://wool.invalid/é?a=b" },
    ],
    ["#trui", { $type: "app.bsky.richtext.facet#tag", tag: "trui" }],
  ]);
  expect(value.langs).toEqual(["nl"]);
  await network.settle();
  expect(await reasons(anna)).toContain("mention");
});

test("images keep their shape and are served as sent", async () => {
  const { session } = await connected(network);
  const images = [{ mediaId: "teal", alt: "Teal" }];
  const { value } = await recordOf(
    network,
    await publishPart(bluesky, session, { text: "", images }),
  );
  const [image] = value.embed.images;
  expect(image).toMatchObject({ alt: "Teal", aspectRatio: { width: 40, height: 30 } });
  expect(image.image).toMatchObject({ $type: "blob", mimeType: "image/jpeg" });
});

test("an image that is over the limit is refused before it is sent", async () => {
  const { session } = await connected(network);
  const huge = { bytes: Buffer.alloc(2_000_001), type: "image/jpeg", width: 1, height: 1 } as const;
  const part = partOf({ images: [{ mediaId: "huge", alt: "" }] });
  const outcome = await bluesky.prepare({ ...session, image: async () => huge }, part);
  expect(outcome).toMatchObject({ kind: "refused", code: "image-too-large" });
});

test("text over the limit comes back as a refusal in the network's own words", async () => {
  const { session } = await connected(network);
  const request = await prepare(bluesky, session, partOf({ text: "x".repeat(301) }));
  expect(await bluesky.publish(session, request)).toMatchObject({
    kind: "refused",
    code: "text-too-long",
    httpStatus: 400,
  });
});

test("a link brings its card: title, description, and a picture made anew", async () => {
  const { session } = await connected(network);
  const shop = await shopWithPicture();
  const post = await publishPart(bluesky, session, { text: `New: ${shop.url}/shawl.` });
  const { value } = await recordOf(network, post);
  expect(value.embed).toMatchObject({
    $type: "app.bsky.embed.external",
    external: { uri: `${shop.url}/shawl`, title: "The shawl", description: "Warm & soft" },
  });
  expect(value.embed.external.thumb).toMatchObject({ mimeType: "image/jpeg" });
});

test.each([
  ["is not there", (url: string) => `${url}/missing`],
  ["is private", () => "https://localhost:1/shawl"],
  ["is no page", (url: string) => `${url}/picture.png`],
])("a card whose page %s is left out, and the post goes out", async (_name, address) => {
  const { session } = await connected(network);
  const shop = await shopWithPicture();
  const strict = {
    ...session,
    http: createHttpClient(`${new URL(network.pds).host},${new URL(shop.url).host}`),
  };
  const post = await publishPart(bluesky, strict, { text: `New: ${address(shop.url)}` });
  expect((await recordOf(network, post)).value.embed).toBeUndefined();
});

test("five at once make one post", async () => {
  const { session } = await connected(network);
  const request = await prepare(bluesky, session, partOf({ text: "One of five" }));
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => bluesky.publish(session, request)));
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["published"]));
  expect((await postsOf(session)).filter((text) => text === "One of five")).toHaveLength(1);
});

test("a key that somebody else's words stand under is never overwritten", async () => {
  const { session } = await connected(network);
  const part = partOf({ text: "First" });
  const request = await prepare(bluesky, session, part);
  await publish(bluesky, session, request);
  const other = await prepare(bluesky, session, { ...part, text: "Second" });
  expect(await bluesky.publish(session, other)).toMatchObject({ kind: "unknown" });
  expect(await bluesky.reconcile(session, other, askedSince(part.createdAt))).toMatchObject({
    kind: "unknown",
  });
  expect(await postsOf(session)).toEqual(["First"]);
});

test("an answer lost on the way leaves one post, found again", async () => {
  const { session } = await connected(network);
  const part = partOf({ text: "Lost and found" });
  const request = await prepare(bluesky, session, part);
  const deaf = { ...session, http: losingAnswers(session.http) };
  expect(await bluesky.publish(deaf, request)).toMatchObject({ kind: "unknown" });
  expect(await bluesky.reconcile(session, request, askedSince(part.createdAt))).toMatchObject({
    kind: "published",
  });
  await publish(bluesky, session, request);
  expect(await postsOf(session)).toEqual(["Lost and found"]);
});

test("a search knows a post by its mark, else by its words and as many pictures; pictures alone are left to a person", async () => {
  const { session } = await connected(network);
  const red = { mediaId: "red", alt: "" };
  const search = (text: string, images: (typeof red)[]) => {
    const part = partOf({ text, images });
    return bluesky.search?.(session, part, askedSince(new Date(Date.now() - 60_000)));
  };
  const bare = await publishPart(bluesky, session, { text: "", images: [red] });
  const open = { kind: "not-shown", candidates: [{ remoteId: bare.remoteId }] };
  expect(await search("", [red])).toMatchObject(open);
  const shown = await publishPart(bluesky, session, { text: "Wool", images: [red] });
  expect(await search("Wool", [])).toMatchObject({ kind: "absent" });
  expect(await search("Wool", [red])).toMatchObject({
    kind: "published",
    remoteId: shown.remoteId,
  });
});

test("a session that has run out is renewed, and the old refresh token dies with signing out", async () => {
  const { session, brand } = await connected(network);
  const accessJwt = network.expire(session.credentials["accessJwt"] as string);
  const stale = { ...session, credentials: { ...session.credentials, accessJwt } };
  expect(await bluesky.collect(stale, null)).toEqual(expect.objectContaining({ kind: "expired" }));

  const renewed = await bluesky.refresh(stale);
  if (renewed.kind !== "refreshed") throw new Error(`Not refreshed: ${renewed.detail}`);
  expect(renewed.handle).toBe(brand.handle);
  const fresh = { ...session, credentials: renewed.credentials };
  await publishPart(bluesky, fresh, { text: "Still here" });

  await bluesky.revoke(fresh);
  expect(await bluesky.refresh(fresh)).toMatchObject({ kind: "reconnect" });
});

test("a token that is about to run out is not sent at all", async () => {
  const { session } = await connected(network);
  const sent: string[] = [];
  const late = new Date(Date.now() + 2 * 3600_000 - 30_000);
  const later = { ...session, now: () => late, http: noting(session.http, sent) };
  expect(await bluesky.prepare(later, partOf({ text: "Hi @x.test" }))).toEqual({ kind: "expired" });
  expect(sent).toEqual([]);
});

test("ten posts need one sign-in, and the tokens go to the account's own server only", async () => {
  const world = await blueskyUnderTest(network);
  const sent: string[] = [];
  const context = { ...world.context, http: noting(world.context.http, sent) };
  const shop = await shopWithPicture();
  const session = await signIn({ ...world, context });
  for (let count = 0; count < 10; count += 1)
    await publishPart(bluesky, session, { text: `Post ${count} ${shop.url}/shawl` });
  expect(sent.filter((line) => line.includes("createSession"))).toHaveLength(1);
  const withToken = sent.filter((line) => line.startsWith("token "));
  expect(withToken.every((line) => line.startsWith(`token ${network.pds}/`))).toBe(true);
  expect(sent.some((line) => line.startsWith(`plain ${shop.url}/`))).toBe(true);
});

async function postsOf(session: Session): Promise<string[]> {
  const params = { repo: session.account.remoteId, collection: "app.bsky.feed.post", limit: "100" };
  const answer = await xrpc(network.pds, "com.atproto.repo.listRecords", undefined, { params });
  return answer.records.map(({ value }: { value: { text: string } }) => value.text);
}
