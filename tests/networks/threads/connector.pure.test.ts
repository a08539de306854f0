import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { countText } from "#lib/networks/contract/limits";
import { limits } from "#lib/networks/threads/limits";
import { accessToken } from "#lib/networks/threads/token";

import { noon } from "../../support/context.ts";
import {
  askedSince,
  collectAll,
  partOf,
  prepare,
  publish,
  publishPart,
  tryToConnect,
} from "../network-under-test.ts";
import { startThreadsServer, type ThreadsServer } from "./server.ts";
import { connected, threadsUnderTest } from "./under-test.ts";
import { addPost } from "./world.ts";

let server: ThreadsServer;
let now = noon;
beforeAll(async () => {
  server = await startThreadsServer({ now: () => now });
});
beforeEach(() => {
  now = noon;
  server.faults.clear();
  Object.assign(server.settings, {
    processingMs: 0,
    listingLagMs: 0,
    isReviewed: true,
    postsPerDay: 250,
    usage: {},
  });
});
afterAll(async () => {
  await server.stop();
  expect(server.complaints).toEqual([]);
});

const day = 24 * 60 * 60_000;
const later = (ms: number) => void (now = new Date(now.getTime() + ms));

describe("counting", () => {
  test.each([
    ["plain", 5],
    ["Ä é ß", 5],
    ["👍", 4],
    ["👨‍👩‍👧‍👦", 25],
    ["🇳🇱 ok", 11],
    ["❤️", 6],
  ])("%s counts as %d", (text, used) => {
    expect(countText(text, limits.text)).toMatchObject({ used });
  });
});

describe("signing in", () => {
  test("the token of an hour is traded for one of sixty days", async () => {
    const { session } = await connected(server);
    later(59 * day);
    expect(accessToken(session.credentials, now)).toBeDefined();
    later(2 * day);
    expect(accessToken(session.credentials, now)).toBeUndefined();
  });

  test("a week later it is renewed, a failure of that stops nothing, and the old one goes on", async () => {
    const { connector, session } = await connected(server);
    expect(await connector.describe?.(session)).toMatchObject({ kind: "described" });
    later(8 * day);
    expect(await connector.describe?.(session)).toEqual({ kind: "expired" });
    const renewed = await connector.refresh(session);
    if (renewed.kind !== "refreshed") throw new Error(renewed.kind);
    later(55 * day);
    expect(accessToken(renewed.credentials, now)).toBeDefined();
    const { kind } = await connector.collect(
      { ...session, credentials: renewed.credentials },
      null,
    );
    expect(kind).toBe("collected");
  });

  test("one that has run out needs a person, and Threads is not even asked", async () => {
    const { connector, session } = await connected(server);
    later(61 * day);
    const before = server.requests.length;
    expect(await connector.refresh(session)).toMatchObject({ kind: "reconnect" });
    expect(await connector.prepare(session, partOf({}))).toMatchObject({ kind: "reconnect" });
    expect(server.requests).toHaveLength(before);
  });

  test.each([
    ["a wrong secret", { clientSecret: "wrong" }, "wrong-credentials"],
    ["no secret", { clientSecret: "" }, "wrong-credentials"],
    ["no app id", { clientId: " " }, "wrong-credentials"],
  ])("%s is refused", async (_case, answers, code) => {
    const network = await threadsUnderTest(server);
    const page = network.page && { ...network.page };
    if (!page) throw new Error("No page.");
    const outcome = await tryToConnect({
      ...network,
      page: { ...page, answers: { ...page.answers, ...answers } },
    });
    expect(outcome).toMatchObject({ kind: "refused", code });
  });

  test("texts, secrets and tokens stand in no address that is posted to", async () => {
    const { connector, session } = await connected(server);
    await publishPart(connector, session, { text: "Not in an address" });
    const posted = server.requests.filter(({ method }) => method === "POST");
    expect(posted.length).toBeGreaterThan(0);
    for (const { path, query } of posted.filter(({ path: to }) => to !== "/oauth/authorize"))
      expect(`${path}?${query}`).not.toMatch(/secret|token=|Not/);
  });
});

describe("pictures", () => {
  const images = [{ mediaId: "red", alt: "Red" }];

  test("are waited for while Threads fetches them", async () => {
    const { connector, session } = await connected(server);
    server.settings.processingMs = 500;
    const began = noon.getTime();
    const tick = setInterval(() => later(200), 20);
    const request = await prepare(connector, session, partOf({ images }));
    clearInterval(tick);
    expect(now.getTime() - began).toBeGreaterThanOrEqual(500);
    expect(await connector.publish(session, request)).toMatchObject({ kind: "published" });
  });

  test("one that cannot be fetched is refused, and nothing is posted", async () => {
    const { connector, session } = await connected(server);
    const before = server.world.posts.length;
    const away = { ...session, sharedImage: async () => "http://127.0.0.1:1/away.jpg" };
    expect(await connector.prepare(away, partOf({ images }))).toMatchObject({
      kind: "refused",
      code: "image-unreadable",
      detail: "FAILED_DOWNLOADING_IMAGE",
    });
    expect(server.world.posts).toHaveLength(before);
  });

  test("where nothing of ours can be reached that is said, and Threads is not asked", async () => {
    const { connector, session } = await connected(server);
    const before = server.requests.length;
    const hidden = { ...session, sharedImage: async () => undefined };
    expect(await connector.prepare(hidden, partOf({ images }))).toMatchObject({
      kind: "refused",
      code: "no-public-address",
    });
    expect(server.requests).toHaveLength(before);
  });
});

describe("publishing", () => {
  test("a container that is gone after a day is refused, not sent anew", async () => {
    const { connector, session } = await connected(server);
    const request = await prepare(connector, session, partOf({ text: "Yesterday's" }));
    later(25 * 60 * 60_000);
    expect(await connector.publish(session, request)).toMatchObject({ kind: "refused" });
    expect(server.world.posts.filter(({ text }) => text === "Yesterday's")).toEqual([]);
  });

  test("the day's posts are used up: later, in Meta's own words", async () => {
    const { connector, session } = await connected(server);
    server.settings.postsPerDay = 0;
    const request = await prepare(connector, session, partOf({}));
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "later",
      detail: expect.stringContaining("613"),
    });
  });

  test("over the limit it waits for as long as Meta says, and rests where all is used up", async () => {
    const { connector, session } = await connected(server);
    const request = await prepare(connector, session, partOf({}));
    server.faults.next("publish", "too-many");
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "later",
      retryAt: new Date(now.getTime() + 7 * 60_000),
    });
    server.settings.usage = { "x-app-usage": '{"call_count":100,"total_time":3}' };
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "published",
      restUntil: new Date(now.getTime() + 15 * 60_000),
    });
  });

  test("a page of a proxy, or an error without words, settles nothing", async () => {
    const { connector, session } = await connected(server);
    const request = await prepare(connector, session, partOf({}));
    server.faults.next("publish", "error-before", { status: 403, body: { message: "?" } });
    expect(await connector.publish(session, request)).toMatchObject({ kind: "unknown" });
    expect(await connector.publish(session, request)).toMatchObject({ kind: "unknown" });
  });

  test("a refusal after it went out is no refusal: the container is asked", async () => {
    const { connector, session } = await connected(server);
    const request = await prepare(connector, session, partOf({ text: "Out already" }));
    await publish(connector, session, request);
    const error = { code: 100, message: "This container was published." };
    server.faults.next("publish", { status: 400, body: { error } });
    expect(await connector.publish(session, request)).toMatchObject({ kind: "duplicate" });
  });

  test("two posts of the same words are told apart by what belongs to others", async () => {
    const { connector, session } = await connected(server);
    const first = await publishPart(connector, session, { text: "Twice" });
    const request = await prepare(connector, session, partOf({ text: "Twice" }));
    const second = await publish(connector, session, request);
    const taken = new Set([first.remoteId]);
    const asked = { firstIntentAt: now, taken: async () => taken };
    expect(await connector.reconcile(session, request, asked)).toMatchObject({
      kind: "published",
      remoteId: second.remoteId,
    });
  });

  test("an answer of ours is looked for among our answers", async () => {
    const { connector, session, anna } = await connected(server);
    const theirs = addPost(server.world, anna, { text: "Hello" });
    const target = { id: theirs.id };
    const part = partOf({ text: "Hello Anna", replyTo: { root: target, parent: target } });
    const request = await prepare(connector, session, part);
    const made = await publish(connector, session, request);
    expect(await connector.reconcile(session, request, askedSince(now))).toMatchObject({
      kind: "published",
      remoteId: made.remoteId,
    });
  });

  test("an answer to something that is gone is refused as such", async () => {
    const { connector, session } = await connected(server);
    const target = { id: "1" };
    const part = partOf({ replyTo: { root: target, parent: target } });
    expect(await connector.prepare(session, part)).toMatchObject({
      kind: "refused",
      code: "reply-target-gone",
    });
  });
});

describe("collecting", () => {
  test("without Meta's review mentions are not told, and answers are", async () => {
    const { connector, session, anna, brand } = await connected(server);
    server.settings.isReviewed = false;
    const { remoteId } = await publishPart(connector, session, { text: "Well?" });
    addPost(server.world, anna, { text: `@${brand.username} lovely`, replyTo: remoteId });
    const { touchpoints } = await collectAll(connector, session, null);
    expect(touchpoints.map(({ type }) => type)).toEqual(["reply"]);
  });

  test("who answers another person under our post is told apart from who answers us", async () => {
    const { connector, session, anna, bram, brand } = await connected(server);
    const { remoteId } = await publishPart(connector, session, { text: "How do you wash wool?" });
    const question = addPost(server.world, anna, { text: "Does it shrink?", replyTo: remoteId });
    const ours = addPost(server.world, brand, { text: "Not at 30°", replyTo: question.id });
    addPost(server.world, bram, { text: "Mine did not", replyTo: question.id });
    addPost(server.world, anna, { text: "Thank you!", replyTo: ours.id });
    const { touchpoints } = await collectAll(connector, session, null);
    expect(
      touchpoints.map(({ text, isAnswerToOther }) => [text, isAnswerToOther === true]),
    ).toEqual(
      expect.arrayContaining([
        ["Does it shrink?", false],
        ["Mine did not", true],
        ["Thank you!", false],
      ]),
    );
    expect(touchpoints).toHaveLength(3);
  });

  test("hundreds of answers are each told once, over several pages and rounds", async () => {
    const { connector, session } = await connected(server);
    const { remoteId } = await publishPart(connector, session, { text: "Everybody?" });
    const answer = (from: number, until: number) => {
      for (let n = from; n < until; n += 1) {
        later(1_000);
        addPost(server.world, server.join(`fan${n}_of_${remoteId}`), {
          text: `Me, ${n}`,
          replyTo: remoteId,
        });
      }
    };
    answer(0, 180);
    const first = await collectAll(connector, session, null);
    expect(first.touchpoints).toHaveLength(180);
    answer(180, 260);
    const second = await collectAll(connector, session, first.cursor);
    expect(second.touchpoints).toHaveLength(80);
    const all = [...first.touchpoints, ...second.touchpoints];
    expect(new Set(all.map((one) => one.remoteId)).size).toBe(260);
  });

  test("one entry that cannot be read does not take the others along", async () => {
    const { connector, session, anna } = await connected(server);
    const { remoteId } = await publishPart(connector, session, { text: "Well?" });
    addPost(server.world, anna, { text: "Fine", replyTo: remoteId });
    server.faults.next("conversation", {
      status: 200,
      body: { data: [{ id: { no: "text" } }, null, { id: "5", username: "x", timestamp: "?" }] },
    });
    const { touchpoints, cursor } = await collectAll(connector, session, null);
    expect(touchpoints).toEqual([]);
    const after = await collectAll(connector, session, cursor);
    expect(after.touchpoints.map(({ text }) => text)).toEqual(["Fine"]);
  });
});
