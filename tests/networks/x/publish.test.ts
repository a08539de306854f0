import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";

import type { Session } from "#lib/networks/connector";
import type { JsonObject } from "#lib/networks/remote";
import { xConnector } from "#lib/networks/x/connector";

import { askedSince, partOf, prepare } from "../network-under-test.ts";
import type { XFault } from "./faults.ts";
import { startXServer, type XServer } from "./server.ts";
import { connected, settingsAt } from "./under-test.ts";

let server: XServer;
let now = new Date("2026-03-01T12:00:00Z");
beforeAll(async () => {
  server = await startXServer({ now: () => now });
});
afterAll(async () => {
  await server.stop();
  expect(server.complaints).toEqual([]);
});

let texts = 0;
const newText = () => `A text that nobody has used, number ${(texts += 1)}`;

async function ready(over: Parameters<typeof partOf>[0] = {}) {
  const world = await connected(server);
  const part = partOf({ text: newText(), createdAt: now, ...over });
  const request = await prepare(world.connector, world.session, part);
  return { ...world, part, request };
}

const resetAt = () => new Date(now.getTime() + 15 * 60_000);

test.each<[XFault, object, boolean]>([
  ["reset", { kind: "unknown" }, false],
  ["reset-after", { kind: "unknown" }, true],
  ["html", { kind: "unknown", httpStatus: 503 }, false],
  ["html-after", { kind: "unknown", httpStatus: 502 }, true],
  ["garbled-after", { kind: "unknown" }, true],
  ["too-many-legacy", { kind: "later", retryAt: resetAt() }, false],
  [{ status: 401, body: { title: "Unauthorized" } }, { kind: "expired" }, false],
  [{ status: 402, body: { title: "CreditsDepleted" } }, { kind: "out-of-credit" }, false],
  [{ status: 403, body: { title: "SpendCapReached" } }, { kind: "out-of-credit" }, false],
  [
    { status: 403, body: { detail: "Your account is suspended." } },
    { kind: "refused", code: "account-suspended" },
    false,
  ],
  [{ status: 403, body: { detail: "No." } }, { kind: "refused", code: "forbidden" }, false],
  [{ status: 400, body: { detail: "No." } }, { kind: "refused", code: "invalid" }, false],
])("%j is %j", async (fault, outcome, isThere) => {
  const { connector, session, request, part } = await ready();
  server.faults.next("create-post", fault);
  expect(await connector.publish(session, request)).toMatchObject(outcome);
  const found = await connector.reconcile(session, request, askedSince(part.createdAt));
  expect(found.kind).toBe(isThere ? "published" : "absent");
});

test("no connection at all is certainly nothing sent", async () => {
  const { session, request } = await ready();
  const elsewhere = await startXServer();
  await elsewhere.stop();
  const gone = xConnector(settingsAt(elsewhere));
  const moved: Session = { ...session, account: { ...session.account, origin: elsewhere.url } };
  expect(await gone.publish(moved, request)).toMatchObject({ kind: "not-sent" });
});

test("the last request of a quarter of an hour says when the next may leave; one more is refused", async () => {
  const { connector, session } = await ready();
  server.meter.limits["create-post"] = 2;
  const send = async () =>
    connector.publish(session, await prepare(connector, session, partOf({ text: newText() })));
  expect(await send()).not.toHaveProperty("restUntil");
  expect(await send()).toMatchObject({ kind: "published", restUntil: resetAt() });
  expect(await send()).toMatchObject({ kind: "later", retryAt: resetAt() });
  delete server.meter.limits["create-post"];
});

test("a post that is found later: t.co, &amp;, bare links and composed letters are seen through", async () => {
  const text =
    "Tea & <scones> at noorderwol.nl, https://noorderwol.nl/A/Trui?a=1&b=2 — “cafe\u0301” 🧶";
  const { connector, session, request, part } = await ready({ text });
  server.faults.next("create-post", "reset-after");
  await connector.publish(session, request);
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
  expect(await connector.search?.(session, part, asked)).toMatchObject({ kind: "published" });
});

test("pictures are part of what is looked for, and their own links are not", async () => {
  const images = [{ mediaId: "red", alt: "" }];
  const { connector, session, request, part } = await ready({ images });
  await connector.publish(session, request);
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
  const bare: JsonObject = { text: part.text };
  expect(await connector.reconcile(session, bare, asked)).toMatchObject({
    kind: "absent",
    candidates: [{ text: expect.stringContaining(part.text) }],
  });
});

test("what belongs to another delivery, is older, or answers something else is not it", async () => {
  const { connector, session, request, part } = await ready();
  const first = await connector.publish(session, request);
  if (first.kind !== "published") throw new Error(first.kind);
  const taken = { ...askedSince(part.createdAt), taken: async () => new Set([first.remoteId]) };
  expect(await connector.reconcile(session, request, taken)).toEqual({
    kind: "absent",
    cost: 1_000,
  });
  const later = new Date(now.getTime() + 5 * 60_000);
  expect(await connector.reconcile(session, request, askedSince(later))).toEqual({
    kind: "absent",
  });
  const reply = { ...request, reply: { in_reply_to_tweet_id: first.remoteId } };
  expect(await connector.reconcile(session, reply, askedSince(part.createdAt))).toMatchObject({
    kind: "absent",
    candidates: [{ remoteId: first.remoteId }],
  });
});

test("a list that lags behind does not show it yet; a second try is refused as a duplicate", async () => {
  const { connector, session, request, part } = await ready();
  server.settings.listingLagMs = 60_000;
  server.faults.next("create-post", "reset-after");
  await connector.publish(session, request);
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toEqual({ kind: "absent" });
  expect(await connector.publish(session, request)).toMatchObject({ kind: "duplicate" });
  now = new Date(now.getTime() + 61_000);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });
  server.settings.listingLagMs = 0;
});

test("a list longer than we are ready to read leaves it open", async () => {
  const { connector, session, brand, request, part } = await ready();
  for (let index = 0; index < 501; index += 1)
    server.act(brand, { do: "post", text: `Another ${index}` });
  const asked = askedSince(part.createdAt);
  const spent = server.meter.spent;
  const told = await connector.reconcile(session, request, asked);
  expect(told).toMatchObject({ kind: "unknown", cost: 500_000 });
  expect(told.cost).toBe(server.meter.spent - spent);
});

test("readers that X does not answer leave it open, too", async () => {
  const { connector, session, request, part } = await ready();
  server.faults.next("list-posts", "html");
  const asked = askedSince(part.createdAt);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "unknown" });
});

test("who named us in so many words is answered by tool, who merely replied by hand", async () => {
  const { connector, session, brand, anna } = await ready();
  const text = `What do you think? ${newText()}`;
  const post = await connector.publish(session, { text });
  if (post.kind !== "published") throw new Error(post.kind);
  server.act(anna, { do: "reply", on: post.remoteId, text: "Lovely" });
  server.act(anna, { do: "post", text: `Look what I knitted @${brand.username}` });
  const collected = await connector.collect(session, null);
  if (collected.kind !== "collected") throw new Error(collected.kind);
  const [mention, reply] = ["mention", "reply"].map((type) => {
    const found = collected.touchpoints.find((one) => one.type === type);
    if (!found?.replyTarget) throw new Error(`No ${type}.`);
    return found;
  });
  expect(reply?.text).toBe("Lovely");

  const answer = partOf({
    text: `So nice of you, @${anna.username}`,
    replyTo: mention?.replyTarget,
  });
  const request = await prepare(connector, session, answer);
  expect(await connector.publish(session, request)).toMatchObject({ kind: "published" });
  const asked = askedSince(now);
  expect(await connector.reconcile(session, request, asked)).toMatchObject({ kind: "published" });

  const byHand = partOf({ text: "Thank you & see you", replyTo: reply?.replyTarget });
  const outcome = await connector.prepare(session, byHand);
  if (outcome.kind !== "by-hand") throw new Error(outcome.kind);
  const composer = new URL(outcome.composer);
  expect(composer.pathname).toBe("/intent/post");
  expect(Object.fromEntries(composer.searchParams)).toEqual({
    text: "Thank you & see you",
    in_reply_to: reply?.remoteId,
  });
});

test("a rule that only X knows of: the refusal becomes a draft by hand as well", async () => {
  const { connector, session, anna } = await ready();
  const strangers = server.act(anna, { do: "post", text: "Nothing to do with anyone" });
  const request = { text: newText(), reply: { in_reply_to_tweet_id: strangers } };
  expect(await connector.publish(session, request)).toMatchObject({
    kind: "by-hand",
    composer: expect.stringContaining(`in_reply_to=${strangers}`),
  });
});

test("an answer to what is gone is refused as that", async () => {
  const { connector, session } = await ready();
  const request = { text: newText(), reply: { in_reply_to_tweet_id: "1445880548472328192" } };
  expect(await connector.publish(session, request)).toMatchObject({ code: "reply-target-gone" });
});

test("too long a text and a second cashtag are told before anything is uploaded", async () => {
  const { connector, session } = await ready();
  const long = await connector.prepare(session, partOf({ text: "語".repeat(141) }));
  expect(long).toMatchObject({ kind: "refused", code: "text-too-long" });
  const cash = await connector.prepare(session, partOf({ text: "$WOOL and $YARN" }));
  expect(cash).toMatchObject({ kind: "by-hand" });
});

test("pictures that X works on are waited for; too old an upload is refused", async () => {
  const images = [{ mediaId: "blue", alt: "Blue" }];
  server.media.processingMs = 5_000;
  const passing = setInterval(() => (now = new Date(now.getTime() + 1_000)), 200);
  onTestFinished(() => {
    clearInterval(passing);
    server.media.processingMs = 0;
  });
  const { connector, session, request } = await ready({ images });
  expect(server.meter.requests["show-upload"]).toBeGreaterThan(0);
  clearInterval(passing);
  now = new Date(now.getTime() + 25 * 60 * 60_000);
  const refreshed = await connector.refresh(session);
  if (refreshed.kind !== "refreshed") throw new Error(refreshed.kind);
  const { credentials } = refreshed;
  const outcome = await connector.publish({ ...session, credentials }, request);
  expect(outcome).toMatchObject({ kind: "refused", code: "invalid" });
});

test("an upload that runs out of credit holds the account and fails nothing", async () => {
  const world = await connected(server);
  server.meter.credit = 0;
  const part = partOf({ text: newText(), images: [{ mediaId: "red", alt: "Red" }] });
  expect(await world.connector.prepare(world.session, part)).toMatchObject({
    kind: "out-of-credit",
  });
  expect(await world.connector.publish(world.session, { text: newText() })).toMatchObject({
    kind: "out-of-credit",
  });
  server.meter.credit = undefined;
});

test("X's own meter and our estimate agree", async () => {
  const { connector, session } = await ready();
  for (const over of [
    { text: newText() },
    { text: `${newText()} noorderwol.nl` },
    { text: newText(), images: [{ mediaId: "red", alt: "Red" }] },
  ]) {
    const part = partOf(over);
    const before = server.meter.spent;
    await connector.publish(session, await prepare(connector, session, part));
    expect(connector.price?.(part)?.usdMicros).toBe(server.meter.spent - before);
  }
});

test("what is unknown to X's API is refused by our stand-in as strictly", async () => {
  const { connector, session } = await ready();
  const outcome = await connector.publish(session, { text: newText(), surprise: true });
  expect(outcome).toMatchObject({ kind: "refused", code: "invalid" });
  server.complaints.length = 0;
});
