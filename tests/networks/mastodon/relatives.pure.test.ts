import { expect, onTestFinished, test } from "vitest";

import { mastodon } from "#lib/networks/mastodon/connector";

import { askedSince, partOf, prepare } from "../network-under-test.ts";
import { startMastodonServer, type MastodonServerOptions } from "./server.ts";
import { asBare, asMastodon, asRelative, type Traits } from "./traits.ts";
import { connected } from "./under-test.ts";

/** Servers that speak Mastodon's API and were not made by Mastodon: what they are not known to do is not relied on. */
async function serverLike(traits: Partial<Traits>, options: MastodonServerOptions = {}) {
  const server = await startMastodonServer({ ...options, traits });
  onTestFinished(() => server.stop());
  return server;
}

const picture = { mediaId: "red", alt: "Red" };

/** A request whose answer was lost on such a server; it arrived, where `hasArrived`. */
async function inDoubt(
  traits: Partial<Traits>,
  over: Parameters<typeof partOf>[0],
  { hasArrived = true } = {},
) {
  let now = Date.now();
  const server = await serverLike(traits, { now: () => new Date(now) });
  const world = await connected(server, () => new Date(now));
  const part = partOf({ createdAt: new Date(now), ...over });
  const request = await prepare(mastodon, world.session, part);
  server.faults.add(hasArrived ? "reset-after" : "reset-before", "POST /api/v1/statuses");
  expect(await mastodon.publish(world.session, request)).toMatchObject({ kind: "unknown" });
  const wait = (ms: number) => void (now += ms);
  return { server, ...world, part, request, asked: askedSince(part.createdAt), wait };
}

test.each([
  ["snac", "2.75"],
  ["gotosocial", "0.20.0"],
  ["hollo", "0.10.0"],
  ["mastodon", "1.3.0"],
  ["mastodon", "not a version"],
  ["Mastodon of mine", "4.6.0"],
  ["mastodon", "2.7.2 (compatible; Pleroma 2.6.0)"],
  ["mastodon", "4.3.0 compatible"],
  ["constructor", "4.3.0"],
])("absent is proof of nothing on %s %s", async (name, version) => {
  const software = { name, version };
  const { session, request, asked } = await inDoubt(
    { software },
    { text: "Lost" },
    { hasArrived: false },
  );
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "not-shown" });
  const part = partOf({ text: "Lost" });
  expect(await mastodon.search?.(session, part, asked)).toMatchObject({ kind: "not-shown" });
});

test.each([
  ["mastodon", "4.6.0"],
  ["mastodon", "4.2.1+glitch"],
  ["pleroma", "2.7.0"],
  ["akkoma", "3.13.2"],
  ["Mastodon", "v4.4.0-beta.1+glitch.th"],
  ["pleroma", "2.6.0-12-gab1"],
])("absent is absent on %s %s, which knows a request again", async (name, version) => {
  const software = { name, version };
  const over = { text: "Lost" };
  const { session, request, asked } = await inDoubt({ software }, over, { hasArrived: false });
  expect(await mastodon.reconcile(session, request, asked)).toEqual({ kind: "absent" });
});

test("a server that does not say what it is proves nothing; one that cannot be asked leaves it open", async () => {
  const lost = { hasArrived: false };
  const { session, request, asked, server } = await inDoubt(
    { software: undefined },
    { text: "Lost" },
    lost,
  );
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "not-shown" });
  server.world.traits.software = { ...asMastodon.software! };
  server.faults.add("error-before", "GET /nodeinfo/2.0");
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "unknown" });
  server.faults.add("reset-before", "GET /.well-known/nodeinfo");
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "unknown" });
  expect(await mastodon.reconcile(session, request, asked)).toEqual({ kind: "absent" });
});

test("a server that has become another since it was connected is asked anew", async () => {
  const { session, request, asked, server } = await inDoubt(
    {},
    { text: "Lost" },
    { hasArrived: false },
  );
  expect(await mastodon.reconcile(session, request, asked)).toEqual({ kind: "absent" });
  server.world.traits.software = { name: "gotosocial", version: "0.20.0" };
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "not-shown" });
});

test.each([
  ["a picture with another id", { text: "A scarf", images: [picture] }],
  ["words alone", { text: "A scarf, and no more of it" }],
])("what arrived at a relative is found: %s", async (_name, over) => {
  const { session, part, request, asked, wait } = await inDoubt(asRelative, over);
  wait(asRelative.listingLagMs);
  const found = { kind: "published", remoteId: expect.any(String) };
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject(found);
  expect(await mastodon.search?.(session, part, asked)).toMatchObject(found);
});

test("pictures alone, under other ids than they were uploaded, are put before a person", async () => {
  const over = { text: "", images: [picture, { mediaId: "blue", alt: "" }] };
  const { session, part, request, asked, wait, server } = await inDoubt(asRelative, over);
  wait(asRelative.listingLagMs);
  const [made] = [...server.world.statuses.values()];
  const open = { kind: "not-shown", candidates: [{ remoteId: made?.id }] };
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject(open);
  expect(await mastodon.search?.(session, part, asked)).toMatchObject(open);
});

test.each([
  ["Markdown", "A *scarf* and __another__ :) ..."],
  ["quotes", 'She said "lovely" and left'],
])("what a relative made other words of is put before a person: %s", async (_name, text) => {
  const { session, request, asked, wait, server } = await inDoubt(asRelative, { text });
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "not-shown" });
  wait(asRelative.listingLagMs);
  const [made] = [...server.world.statuses.values()];
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({
    kind: "not-shown",
    candidates: [{ remoteId: made?.id }],
  });
});

test("a poll that a server left off its post is put before a person, never sent again", async () => {
  const poll = { options: ["Blue", "Red"], minutes: 60, isMultiple: false };
  const { session, request, asked } = await inDoubt(asBare, { text: "Which?", poll });
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({
    kind: "not-shown",
    detail: "A post that was made since looks like it.",
    candidates: [{ text: "Which?" }],
  });
});

test("on Mastodon itself, too, a post that looks like it is put before a person", async () => {
  const { session, request, asked, brand } = await inDoubt(
    {},
    { text: "Good morning, all of you" },
    { hasArrived: false },
  );
  brand.post("Something else entirely");
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "absent" });
  brand.post("good morning all of you!!");
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({
    kind: "not-shown",
    candidates: [{ text: "good morning all of you!!" }, { text: "Something else entirely" }],
  });
});

test("a list that always shows its newest page is not read for ever, and is not complete", async () => {
  const { session, request, asked, brand, server } = await inDoubt(
    { ...asRelative, listingLagMs: 0, ignoresPlaces: true },
    { text: "Lost" },
    { hasArrived: false },
  );
  for (let count = 0; count < 45; count += 1) brand.post(`Chatter ${count}`);
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "not-shown" });
  server.world.traits.software = { ...asMastodon.software! };
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "unknown" });
});
