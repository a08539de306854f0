import { expect, onTestFinished, test } from "vitest";

import type { Session } from "#lib/networks/contract/session";
import { xConnector } from "#lib/networks/x/connector";

import { noon } from "../../support/context.ts";
import { askedSince, partOf, prepare } from "../network-under-test.ts";
import type { Fault } from "../stand-in/faults.ts";
import { newText, oneServer, ready } from "./one-server.ts";
import { startXServer } from "./server.ts";
import { connected, settingsAt } from "./under-test.ts";

const x = oneServer();
const resetAt = new Date(noon.getTime() + 15 * 60_000);

test.each<[Fault, object, boolean]>([
  ["reset-before", { kind: "unknown" }, false],
  ["reset-after", { kind: "unknown" }, true],
  ["error-before", { kind: "unknown", httpStatus: 503 }, false],
  ["error-after", { kind: "unknown", httpStatus: 502 }, true],
  ["malformed-after", { kind: "unknown" }, true],
  ["too-many", { kind: "later", retryAt: resetAt }, false],
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
  const { connector, session, request, part } = await ready(x);
  x.server.faults.next("create-post", fault);
  expect(await connector.publish(session, request)).toMatchObject(outcome);
  const found = await connector.reconcile(session, request, askedSince(part.createdAt));
  expect(found.kind).toBe(isThere ? "published" : "absent");
});

test("no connection at all is certainly nothing sent", async () => {
  const { session, request } = await ready(x);
  const elsewhere = await startXServer();
  await elsewhere.stop();
  const gone = xConnector(settingsAt(elsewhere));
  const moved: Session = { ...session, account: { ...session.account, origin: elsewhere.url } };
  expect(await gone.publish(moved, request)).toMatchObject({ kind: "not-sent" });
});

test("the last request of a quarter of an hour says when the next may leave; one more is refused", async () => {
  const { connector, session } = await ready(x);
  x.server.meter.limits["create-post"] = 2;
  const send = async () =>
    connector.publish(session, await prepare(connector, session, partOf({ text: newText() })));
  expect(await send()).not.toHaveProperty("restUntil");
  expect(await send()).toMatchObject({ kind: "published", restUntil: resetAt });
  expect(await send()).toMatchObject({ kind: "later", retryAt: resetAt });
  delete x.server.meter.limits["create-post"];
});

test("who named us in so many words is answered by tool, who merely replied by hand", async () => {
  const { connector, session, brand, anna } = await ready(x);
  const text = `What do you think? ${newText()}`;
  const post = await connector.publish(session, { text });
  if (post.kind !== "published") throw new Error(post.kind);
  x.server.act(anna, { do: "reply", on: post.remoteId, text: "Lovely" });
  x.server.act(anna, { do: "post", text: `Look what I knitted @${brand.username}` });
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
  const asked = askedSince(x.now);
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
  const { connector, session, anna } = await ready(x);
  const strangers = x.server.act(anna, { do: "post", text: "Nothing to do with anyone" });
  const request = { text: newText(), reply: { in_reply_to_tweet_id: strangers } };
  expect(await connector.publish(session, request)).toMatchObject({
    kind: "by-hand",
    composer: expect.stringContaining(`in_reply_to=${strangers}`),
  });
});

test("an answer to what is gone is refused as that", async () => {
  const { connector, session } = await ready(x);
  const request = { text: newText(), reply: { in_reply_to_tweet_id: "1445880548472328192" } };
  expect(await connector.publish(session, request)).toMatchObject({ code: "reply-target-gone" });
});

test("too long a text and a second cashtag are told before anything is uploaded", async () => {
  const { connector, session } = await ready(x);
  const long = await connector.prepare(session, partOf({ text: "語".repeat(141) }));
  expect(long).toMatchObject({ kind: "refused", code: "text-too-long" });
  const cash = await connector.prepare(session, partOf({ text: "$WOOL and $YARN" }));
  expect(cash).toMatchObject({ kind: "by-hand" });
});

test("pictures that X works on are waited for; too old an upload is refused", async () => {
  const images = [{ mediaId: "blue", alt: "Blue" }];
  x.server.media.processingMs = 5_000;
  const passing = setInterval(() => (x.now = new Date(x.now.getTime() + 1_000)), 200);
  onTestFinished(() => {
    clearInterval(passing);
    x.server.media.processingMs = 0;
  });
  const { connector, session, request } = await ready(x, { images });
  expect(x.server.meter.requests["show-upload"]).toBeGreaterThan(0);
  clearInterval(passing);
  x.now = new Date(x.now.getTime() + 25 * 60 * 60_000);
  const refreshed = await connector.refresh(session);
  if (refreshed.kind !== "refreshed") throw new Error(refreshed.kind);
  const { credentials } = refreshed;
  const outcome = await connector.publish({ ...session, credentials }, request);
  expect(outcome).toMatchObject({ kind: "refused", code: "invalid" });
});

test("an upload that runs out of credit holds the account and fails nothing", async () => {
  const world = await connected(x.server);
  x.server.meter.credit = 0;
  const part = partOf({ text: newText(), images: [{ mediaId: "red", alt: "Red" }] });
  expect(await world.connector.prepare(world.session, part)).toMatchObject({
    kind: "out-of-credit",
  });
  expect(await world.connector.publish(world.session, { text: newText() })).toMatchObject({
    kind: "out-of-credit",
  });
  x.server.meter.credit = undefined;
});

test("X's own meter and our estimate agree", async () => {
  const { connector, session } = await ready(x);
  for (const over of [
    { text: newText() },
    { text: `${newText()} noorderwol.nl` },
    { text: newText(), images: [{ mediaId: "red", alt: "Red" }] },
  ]) {
    const part = partOf(over);
    const before = x.server.meter.spent;
    await connector.publish(session, await prepare(connector, session, part));
    expect(connector.price?.(part)?.usdMicros).toBe(x.server.meter.spent - before);
  }
});

test("what is unknown to X's API is refused by our stand-in as strictly", async () => {
  const { connector, session } = await ready(x);
  const outcome = await connector.publish(session, { text: newText(), surprise: true });
  expect(outcome).toMatchObject({ kind: "refused", code: "invalid" });
  x.server.complaints.length = 0;
});
