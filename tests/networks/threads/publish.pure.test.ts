import { describe, expect, test } from "vitest";

import { askedSince, partOf, prepare, publish, publishPart } from "../network-under-test.ts";
import { day, oneServer, pass } from "./one-server.ts";
import { connected } from "./under-test.ts";
import { addPost } from "./world.ts";

const threads = oneServer();

describe("publishing", () => {
  test("a container that is gone after a day is refused, not sent anew", async () => {
    const { connector, session } = await connected(threads.server);
    const request = await prepare(connector, session, partOf({ text: "Yesterday's" }));
    pass(threads, 25 * 60 * 60_000);
    expect(await connector.publish(session, request)).toMatchObject({ kind: "refused" });
    expect(threads.server.world.posts.filter(({ text }) => text === "Yesterday's")).toEqual([]);
  });

  test("the day's posts are used up: later, in Meta's own words", async () => {
    const { connector, session } = await connected(threads.server);
    threads.server.settings.postsPerDay = 0;
    const request = await prepare(connector, session, partOf({}));
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "later",
      detail: expect.stringContaining("613"),
    });
  });

  test("over the limit it waits for as long as Meta says, and rests where all is used up", async () => {
    const { connector, session } = await connected(threads.server);
    const request = await prepare(connector, session, partOf({}));
    threads.server.faults.next("publish", "too-many");
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "later",
      retryAt: new Date(threads.now.getTime() + 7 * 60_000),
    });
    threads.server.settings.usage = { "x-app-usage": '{"call_count":100,"total_time":3}' };
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "published",
      restUntil: new Date(threads.now.getTime() + 15 * 60_000),
    });
  });

  test("a page of a proxy, or an error without words, settles nothing", async () => {
    const { connector, session } = await connected(threads.server);
    const request = await prepare(connector, session, partOf({}));
    threads.server.faults.next("publish", "error-before", { status: 403, body: { message: "?" } });
    expect(await connector.publish(session, request)).toMatchObject({ kind: "unknown" });
    expect(await connector.publish(session, request)).toMatchObject({ kind: "unknown" });
  });

  test("a refusal after it went out is no refusal: the container is asked", async () => {
    const { connector, session } = await connected(threads.server);
    const request = await prepare(connector, session, partOf({ text: "Out already" }));
    await publish(connector, session, request);
    const error = { code: 100, message: "This container was published." };
    threads.server.faults.next("publish", { status: 400, body: { error } });
    expect(await connector.publish(session, request)).toMatchObject({ kind: "duplicate" });
  });

  test("two posts of the same words are told apart by what belongs to others", async () => {
    const { connector, session } = await connected(threads.server);
    const first = await publishPart(connector, session, { text: "Twice" });
    const request = await prepare(connector, session, partOf({ text: "Twice" }));
    const second = await publish(connector, session, request);
    const taken = new Set([first.remoteId]);
    const asked = { firstIntentAt: threads.now, bound: async () => taken };
    expect(await connector.reconcile(session, request, asked)).toMatchObject({
      kind: "published",
      remoteId: second.remoteId,
    });
  });

  test("a picture without words is left to a person", async () => {
    const { connector, session } = await connected(threads.server);
    const part = partOf({ text: "", images: [{ mediaId: "red", alt: "" }] });
    const request = await prepare(connector, session, part);
    const { remoteId } = await publish(connector, session, request);
    const open = { kind: "not-shown", candidates: [{ remoteId }] };
    const asked = askedSince(threads.now);
    expect(await connector.reconcile(session, request, asked)).toMatchObject(open);
    expect(await connector.search?.(session, part, asked)).toMatchObject(open);
  });

  test("an answer of ours is looked for among our answers", async () => {
    const { connector, session, anna } = await connected(threads.server);
    const theirs = addPost(threads.server.world, anna, { text: "Hello" });
    const target = { id: theirs.id };
    const part = partOf({ text: "Hello Anna", replyTo: { root: target, parent: target } });
    const request = await prepare(connector, session, part);
    const made = await publish(connector, session, request);
    expect(await connector.reconcile(session, request, askedSince(threads.now))).toMatchObject({
      kind: "published",
      remoteId: made.remoteId,
    });
  });

  test("an answer to something that is gone is refused as such", async () => {
    const { connector, session } = await connected(threads.server);
    const target = { id: "1" };
    const part = partOf({ replyTo: { root: target, parent: target } });
    expect(await connector.prepare(session, part)).toMatchObject({
      kind: "refused",
      code: "reply-target-gone",
    });
  });
});

test("what Threads may not let us touch is not taken for gone: it is looked at", async () => {
  const { connector, session } = await connected(threads.server);
  const published = await publishPart(connector, session, { text: "Stays" });
  const error = { code: 100, error_subcode: 33, message: "Object does not exist" };
  const missing = { status: 400, body: { error } };
  threads.server.faults.next("delete", missing);
  expect(await connector.remove(session, published)).toMatchObject({ kind: "failed" });
  threads.server.faults.next("delete", missing);
  threads.server.faults.next("show", missing);
  threads.server.faults.next("own-posts", missing);
  expect(await connector.remove(session, published)).toMatchObject({ kind: "failed" });
  expect(await connector.remove(session, published)).toEqual({ kind: "removed" });
});

test("an account outlives the version that it was connected with", async () => {
  const { connector, session } = await connected(threads.server);
  const account = { ...session.account, origin: `${threads.server.url}/v0.9` };
  expect(await connector.describe?.({ ...session, account })).toMatchObject({ kind: "described" });
});

test("what a sign-in lacks is named as Meta names it, with its end", async () => {
  const { connector, session } = await connected(threads.server);
  threads.server.settings.isReviewed = false;
  await publishPart(connector, session, { text: "To be asked about" });
  expect(await connector.examine?.(session)).toMatchObject({
    permissions: expect.arrayContaining([
      { name: "threads_basic", isGiven: true, isNeeded: true },
      { name: "threads_manage_mentions", isGiven: false, isNeeded: false },
      { name: "threads_read_replies", isGiven: true, isNeeded: false },
    ]),
    endsAt: new Date(threads.now.getTime() + 60 * day),
  });
});
