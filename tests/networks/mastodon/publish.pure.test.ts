import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { JsonObject } from "#lib/networks/contract/remote";
import { mastodon } from "#lib/networks/mastodon/connector";

import { askedSince, partOf, prepare, publish, publishPart } from "../network-under-test.ts";
import { startMastodonServer, type MastodonServer } from "./server.ts";
import { connected } from "./under-test.ts";

const posting = "POST /api/v1/statuses";
let server: MastodonServer;

beforeAll(async () => {
  server = await startMastodonServer();
});
beforeEach(() => {
  server.faults.clear();
  server.world.processingMs = 0;
});
afterAll(() => server.stop());

function postsOf(username: string): string[] {
  return [...server.world.statuses.values()]
    .filter(({ author, isDeleted }) => author.username === username && !isDeleted)
    .map(({ text }) => text);
}

test.each(["reset-after", "error-after", "truncated-after", "malformed-after"] as const)(
  "%s: doubt, and sending again under the same key makes no second post",
  async (fault) => {
    const { session, brand } = await connected(server);
    const part = partOf({ text: `After ${fault}` });
    const request = await prepare(mastodon, session, part);
    server.faults.add(fault, posting);
    expect(await mastodon.publish(session, request)).toMatchObject({ kind: "unknown" });
    const found = await mastodon.reconcile(session, request, askedSince(part.createdAt));
    const again = await publish(mastodon, session, request);
    expect(found).toMatchObject({ kind: "published", remoteId: again.remoteId });
    expect(postsOf(brand.person.username)).toEqual([part.text]);
  },
);

test.each([
  ["reset-before", "unknown"],
  ["error-before", "unknown"],
  ["unavailable", "unknown"],
  ["too-many", "later"],
] as const)("%s is told as %s, and nothing is there", async (fault, kind) => {
  const { session } = await connected(server);
  const part = partOf({ text: "Not there" });
  const request = await prepare(mastodon, session, part);
  server.faults.add(fault, posting);
  const outcome = await mastodon.publish(session, request);
  expect(outcome).toMatchObject({ kind });
  if (outcome.kind === "later") expect(outcome.retryAt.getTime()).toBeGreaterThan(Date.now());
  expect(await mastodon.reconcile(session, request, askedSince(part.createdAt))).toEqual({
    kind: "absent",
  });
});

test("a server that is not there has posted nothing", async () => {
  const { session } = await connected(server);
  const away = { ...session, account: { ...session.account, origin: "http://127.0.0.1:1" } };
  const request = await prepare(mastodon, session, partOf({}));
  expect(await mastodon.publish(away, request)).toMatchObject({ kind: "not-sent" });
  expect(await mastodon.prepare(away, partOf({}))).toMatchObject({ kind: "not-sent" });
});

test("what the server refuses is refused in its own words", async () => {
  const { session } = await connected(server);
  const request = await prepare(mastodon, session, partOf({ text: "x".repeat(501) }));
  expect(await mastodon.publish(session, request)).toMatchObject({
    kind: "refused",
    code: "text-too-long",
    detail: "Validation failed: Text character limit of 500 exceeded",
    httpStatus: 422,
  });
});

test("the key comes from the part, and is another for every part", async () => {
  const { session } = await connected(server);
  const part = partOf({ text: "Same words" });
  const [one, again, other] = [
    await prepare(mastodon, session, part),
    await prepare(mastodon, session, { ...part, createdAt: new Date(0) }),
    await prepare(mastodon, session, partOf({ text: "Same words" })),
  ];
  expect(again).toEqual(one);
  expect(other["key"]).not.toBe(one["key"]);
  const first = await publish(mastodon, session, one);
  expect((await publish(mastodon, session, other)).remoteId).not.toBe(first.remoteId);
});

test("pictures are waited for while they are processed", async () => {
  const { session } = await connected(server);
  server.world.processingMs = 700;
  const images = [
    { mediaId: "red", alt: "Red" },
    { mediaId: "blue", alt: "" },
  ];
  const request = await prepare(mastodon, session, partOf({ text: "Two", images }));
  const body = request["body"] as JsonObject;
  expect(body["media_ids"]).toHaveLength(2);
  const published = await publish(mastodon, session, request);
  const standing = server.world.statuses.get(published.remoteId);
  expect(standing?.media.map(({ description }) => description)).toEqual(["Red", null]);
});

test("pictures that take longer than there is time for are given up for now", async () => {
  const { session } = await connected(server);
  server.world.processingMs = 600_000;
  const began = Date.now();
  // A clock on which a second takes a minute and a half.
  const now = () => new Date(began + (Date.now() - began) * 90);
  const part = partOf({ text: "Large", images: [{ mediaId: "red", alt: "" }] });
  expect(await mastodon.prepare({ ...session, now }, part)).toMatchObject({ kind: "not-sent" });
});

test("pictures attached too early are tried again, not given up", async () => {
  const { session } = await connected(server);
  const images = [{ mediaId: "red", alt: "Red" }];
  const request = await prepare(mastodon, session, partOf({ text: "Early", images }));
  const [media] = [...server.world.media.values()].slice(-1);
  Object.assign(media ?? {}, { readyAt: Date.now() + 60_000 });
  expect(await mastodon.publish(session, request)).toMatchObject({ kind: "not-sent" });
  Object.assign(media ?? {}, { readyAt: 0 });
  expect(await mastodon.publish(session, request)).toMatchObject({ kind: "published" });
});

test("a picture that the server cannot read, or finds too large, is refused", async () => {
  const { session } = await connected(server);
  const part = partOf({ text: "Odd", images: [{ mediaId: "red", alt: "" }] });
  const odd = async () => ({ ...(await session.image("red")), bytes: Buffer.from("no picture") });
  expect(await mastodon.prepare({ ...session, image: odd }, part)).toMatchObject({
    kind: "refused",
    code: "image-unreadable",
  });
  server.world.configuration.imageSizeLimit = 100;
  expect(await mastodon.prepare(session, part)).toMatchObject({ code: "image-too-large" });
  server.world.configuration.imageSizeLimit = 16_777_216;
});

test("an answer names whom it answers, keeps to their circle, and is refused once they took theirs down", async () => {
  const { session, brand, anna } = await connected(server);
  const theirs = anna.post(`@${brand.handle} where can I buy it?`, { visibility: "direct" });
  const parent = { id: theirs.id, handle: anna.handle, visibility: "direct" };
  const replyTo = { root: parent, parent };
  const answer = await publishPart(mastodon, session, { text: "In our shop.", replyTo });
  expect(server.world.statuses.get(answer.remoteId)).toMatchObject({
    text: `@${anna.handle} In our shop.`,
    visibility: "direct",
    answers: theirs,
  });
  expect(anna.notifications().at(-1)).toMatchObject({ type: "mention" });
  const named = await publishPart(mastodon, session, { text: `Yes @${anna.handle}`, replyTo });
  expect(server.world.statuses.get(named.remoteId)?.text).toBe(`Yes @${anna.handle}`);
  anna.remove(theirs);
  expect(await mastodon.prepare(session, partOf({ replyTo }))).toMatchObject({
    kind: "refused",
    code: "reply-target-gone",
  });
});

test("a name is put before an answer only where the answer still fits", async () => {
  const { session, anna } = await connected(server);
  const theirs = anna.post("Hello");
  const parent = { id: theirs.id, handle: anna.handle };
  const text = "x".repeat(498);
  const answer = await publishPart(mastodon, session, { text, replyTo: { root: parent, parent } });
  expect(server.world.statuses.get(answer.remoteId)?.text).toBe(text);
});

test("a budget that is used up is told with the post that used it up", async () => {
  const { session } = await connected(server);
  server.limits.budgets = { ...server.limits.budgets, posting: { most: 1, ms: 3_600_000 } };
  const [one, two] = [
    await prepare(mastodon, session, partOf({ text: "One" })),
    await prepare(mastodon, session, partOf({ text: "Two" })),
  ];
  const first = await mastodon.publish(session, one);
  expect(first).toMatchObject({ kind: "published", restUntil: expect.any(Date) });
  expect(await mastodon.publish(session, two)).toMatchObject({ kind: "later" });
  server.limits.budgets = { ...server.limits.budgets, posting: { most: 300, ms: 10_800_000 } };
});

test("only the language is told, not its region", async () => {
  const { session } = await connected(server);
  const published = await publishPart(mastodon, session, {
    text: "Goedemorgen",
    language: "nl-NL",
  });
  expect(server.world.statuses.get(published.remoteId)?.language).toBe("nl");
});

test("favourites and boosts are given, twice as once; what is gone or not theirs to pass on is refused", async () => {
  const { session, anna, brand } = await connected(server);
  const [open, closed] = [
    anna.post("Lovely"),
    anna.post(`@${brand.handle} psst`, { visibility: "direct" }),
  ];
  const targetOf = (id: string) => ({ root: { id }, parent: { id } });
  for (const how of ["like", "like", "repost", "repost"] as const)
    expect(await mastodon.appreciate?.(session, targetOf(open.id), how)).toEqual({ kind: "done" });
  expect(anna.notifications().map(({ type }) => type)).toEqual(["favourite", "reblog"]);
  expect(await mastodon.appreciate?.(session, targetOf(closed.id), "repost")).toMatchObject({
    kind: "refused",
  });
  expect(await mastodon.appreciate?.(session, targetOf("1"), "like")).toMatchObject({
    code: "reply-target-gone",
  });
});
