import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";

import { mastodon } from "#lib/networks/mastodon/connector";

import { askedSince, partOf, prepare, publish, publishPart } from "../network-under-test.ts";
import { startMastodonServer, type MastodonServer } from "./server.ts";
import { connected } from "./under-test.ts";

const minute = 60_000;
let server: MastodonServer;

beforeAll(async () => {
  server = await startMastodonServer();
});
beforeEach(() => server.faults.clear());
afterAll(() => server.stop());

async function inDoubt(over: Parameters<typeof partOf>[0]) {
  const world = await connected(server);
  const part = partOf({ createdAt: new Date(), ...over });
  const request = await prepare(mastodon, world.session, part);
  return { ...world, part, request, asked: askedSince(part.createdAt) };
}

test.each([
  [
    "links, people, tags, lines",
    "See https://wool.example/a/very/long/path?x=1&y=2 \n\n@bram #wool\n<3",
  ],
  ["words that a server changes", "  Cafe\u0301  <b>bold</b> &amp; \u00a0 so on  "],
  ["an e-mail address", "Write to me@wool.example or @nobody@nowhere.example"],
])("finds again what was sent: %s", async (_name, text) => {
  const { session, part, request, asked } = await inDoubt({ text });
  const published = await publish(mastodon, session, request);
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({
    kind: "published",
    remoteId: published.remoteId,
  });
  expect(await mastodon.search?.(session, part, asked)).toMatchObject({
    remoteId: published.remoteId,
  });
});

test("another post of ours is offered to a person, and never taken for it", async () => {
  const { session, request, asked, brand } = await inDoubt({ text: "Good morning" });
  const other = brand.post("Good morning!");
  expect(await mastodon.reconcile(session, request, asked)).toEqual({
    kind: "not-shown",
    detail: "A post that was made since looks like it.",
    candidates: [
      {
        remoteId: other.id,
        reference: { id: other.id },
        url: expect.stringContaining(other.id),
        text: "Good morning!",
        at: other.createdAt.toISOString(),
      },
    ],
  });
});

test.each([
  ["an answer to another post", { in_reply_to_id: "" }],
  ["behind a warning", { spoiler_text: "Wool" }],
  ["with a poll", { poll: { options: ["a", "b"], expires_in: 3_600 } }],
])("the same words %s are another post, which a person has to say", async (_name, over) => {
  const { session, request, asked, brand, anna } = await inDoubt({ text: "Good morning" });
  const fields = "in_reply_to_id" in over ? { in_reply_to_id: anna.post("Hi").id } : over;
  const { id: remoteId } = brand.post("Good morning", fields);
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({
    kind: "not-shown",
    candidates: [{ remoteId }],
  });
});

test("the same words with other pictures are another post, which a person has to say", async () => {
  const images = [{ mediaId: "red", alt: "Red" }];
  const { session, request, asked, part } = await inDoubt({ text: "Look", images });
  const { remoteId } = await publishPart(mastodon, session, { text: "Look", images });
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({
    kind: "not-shown",
    candidates: [{ remoteId }],
  });
  // Without the request, the number of pictures is all there is to go by.
  expect(await mastodon.search?.(session, part, asked)).toMatchObject({ kind: "published" });
});

test("pictures without words are known by what was uploaded, and by nothing else", async () => {
  const images = [{ mediaId: "red", alt: "Red" }];
  const { session, request, asked, part } = await inDoubt({ text: "", images });
  const other = await publishPart(mastodon, session, { text: "", images });
  const open = { kind: "not-shown", candidates: [{ remoteId: other.remoteId }] };
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject(open);
  expect(await mastodon.search?.(session, part, asked)).toMatchObject(open);
  const { remoteId } = await publish(mastodon, session, request);
  const known = { kind: "published", remoteId };
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject(known);
});

test("what is another delivery's, and what is older than the first try, is not it", async () => {
  const { session, part, request, brand } = await inDoubt({ text: "Every Sunday" });
  const theirs = await publishPart(mastodon, session, { text: part.text });
  const bound = async (ids: readonly string[]) =>
    new Set(ids.filter((id) => id === theirs.remoteId));
  const asked = { firstIntentAt: part.createdAt, bound };
  expect(await mastodon.reconcile(session, request, asked)).toEqual({ kind: "absent" });
  brand.post("Every Sunday");
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
  const later = { firstIntentAt: new Date(Date.now() + 2 * minute), bound: asked.bound };
  expect(await mastodon.reconcile(session, request, later)).toEqual({ kind: "absent" });
});

test("of several alike, the first is it", async () => {
  const { session, request, asked, brand } = await inDoubt({ text: "Twice" });
  const first = brand.post("Twice");
  brand.post("Twice");
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ remoteId: first.id });
});

test("reads back as many pages as it takes, and says so where that is too many", async () => {
  const { session, request, asked, brand } = await inDoubt({ text: "Long ago" });
  const published = await publish(mastodon, session, request);
  for (let count = 0; count < 100; count += 1) brand.post(`Chatter ${count}`);
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({
    kind: "published",
    remoteId: published.remoteId,
  });
  for (let count = 0; count < 320; count += 1) brand.post(`More chatter ${count}`);
  const lost = await mastodon.reconcile(session, request, asked);
  expect(lost).toMatchObject({ kind: "unknown" });
  expect(lost.kind === "unknown" && lost.candidates).toHaveLength(10);
});

test("a server whose clock is off finds it all the same", async () => {
  for (const offMs of [-30 * minute, 30 * minute]) {
    const other = await startMastodonServer({ now: () => new Date(Date.now() + offMs) });
    onTestFinished(() => other.stop());
    const { session, brand } = await connected(other);
    brand.post("An older one");
    const part = partOf({ text: "On time", createdAt: new Date() });
    const request = await prepare(mastodon, session, part);
    const { remoteId } = await publish(mastodon, session, request);
    const asked = askedSince(part.createdAt);
    expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ remoteId });
    const later = askedSince(new Date(Date.now() + 2 * minute));
    expect(await mastodon.reconcile(session, request, later)).toEqual({ kind: "absent" });
  }
});

test("a server that does not answer, is busy or wants a new sign-in leaves it open", async () => {
  const { session, request, asked } = await inDoubt({ text: "Open" });
  const listing = "GET /api/v1/accounts/";
  server.faults.add("error-before", listing);
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "unknown" });
  server.faults.add("malformed-after", listing);
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "unknown" });
  server.faults.add("too-many", listing);
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "later" });
  await mastodon.revoke(session);
  expect(await mastodon.reconcile(session, request, asked)).toMatchObject({ kind: "reconnect" });
});

test("after an hour the key is forgotten, and the listing still tells", async () => {
  let now = Date.now();
  const other = await startMastodonServer({ now: () => new Date(now) });
  onTestFinished(() => other.stop());
  const { session } = await connected(other, () => new Date(now));
  const part = partOf({ text: "Old key", createdAt: new Date(now) });
  const request = await prepare(mastodon, session, part);
  const first = await publish(mastodon, session, request);
  now += 59 * minute;
  expect((await publish(mastodon, session, request)).remoteId).toBe(first.remoteId);
  now += 2 * minute;
  expect(await mastodon.reconcile(session, request, askedSince(part.createdAt))).toMatchObject({
    remoteId: first.remoteId,
  });
  expect((await publish(mastodon, session, request)).remoteId).not.toBe(first.remoteId);
});
