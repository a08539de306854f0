import { expect, onTestFinished, test } from "vitest";

import type { JsonObject } from "#lib/networks/contract/remote";
import { mastodon } from "#lib/networks/mastodon/connector";

import {
  collectAll,
  connect,
  partOf,
  prepare,
  publishPart,
  signIn,
} from "../network-under-test.ts";
import { startMastodonServer, type MastodonServerOptions } from "./server.ts";
import { asBare, asMastodon, type Traits } from "./traits.ts";
import { connected, mastodonUnderTest, standing } from "./under-test.ts";

/** Servers that have less than Mastodon has, or answer in another way: told, and never taken for more. */
async function serverLike(traits: Partial<Traits>, options: MastodonServerOptions = {}) {
  const server = await startMastodonServer({ ...options, traits });
  onTestFinished(() => server.stop());
  return server;
}

const picture = { mediaId: "red", alt: "Red" };

test("what came back is compared with what was asked", async () => {
  const server = await serverLike(asBare);
  const { session } = await connected(server);
  const poll = { options: ["Blue", "Red"], minutes: 60, isMultiple: false };
  const send = async (over: Parameters<typeof partOf>[0]) =>
    mastodon.publish(session, await prepare(mastodon, session, partOf(over)));
  expect(await send({ text: "Which?", poll })).toMatchObject({
    kind: "published",
    missing: ["without-its-poll"],
  });
  expect(await send({ text: "No poll" })).not.toHaveProperty("missing");
});

test.each([
  ["visibility", "mentioned", "public", "for-other-readers"],
  ["visibility", "public", "private", "for-other-readers"],
  ["spoiler_text", "Wool", "", "without-its-warning"],
  ["in_reply_to_id", "1", null, "not-as-an-answer"],
  ["media_attachments", "1", [], "without-its-pictures"],
  ["poll", "2", { options: [{ title: "Blue" }] }, "without-all-choices"],
  ["content", "long", "<p>All of it, and</p>", "without-all-words"],
  ["content", "long", "", "without-all-words"],
] as const)(
  "a server that answers with another %s (%s: %s) leaves that out",
  async (field, asked, told, missing) => {
    const server = await serverLike({});
    const { session, brand } = await connected(server);
    const answers = brand.post("Before").id;
    const part = partOf({
      text: field === "content" ? "All of it, and so much more @anna@wool.example" : "All of it",
      ...(field === "poll" && {
        poll: { options: ["Blue", "Red"], minutes: 60, isMultiple: false },
      }),
      ...(field === "visibility" && { visibility: asked }),
      ...(field === "spoiler_text" && { warning: asked }),
      ...(field === "in_reply_to_id" && {
        replyTo: { root: { id: answers }, parent: { id: answers } },
      }),
      ...(field === "media_attachments" && { images: [picture] }),
    });
    const request = await prepare(mastodon, session, part);
    const changed = { ...session, http: { ...session.http, send: changing } };
    async function changing(...[url, options]: Parameters<typeof session.http.send>) {
      const answer = await session.http.send(url, options);
      if (options?.method !== "POST" || !url.endsWith("/statuses")) return answer;
      const body: JsonObject = { ...JSON.parse(answer.body.toString()), [field]: told };
      return { ...answer, body: Buffer.from(JSON.stringify(body)) };
    }
    expect(await mastodon.publish(changed, request)).toMatchObject({ missing: [missing] });
  },
);

test("a server without DELETE is asked, and never said to have taken anything down", async () => {
  const server = await serverLike({ hasNoDelete: true });
  const { session, brand } = await connected(server);
  const post = await publishPart(mastodon, session, { text: "Stays" });
  expect(await mastodon.remove(session, post)).toMatchObject({
    kind: "failed",
    detail: expect.stringMatching(/still there/),
  });
  const gone = brand.post("Goes");
  server.world.statuses.get(gone.id)!.isDeleted = true;
  const reference = { remoteId: gone.id, reference: { id: gone.id }, url: "" };
  expect(await mastodon.remove(session, reference)).toEqual({ kind: "removed" });
});

test("a page in place of an answer takes nothing down", async () => {
  const server = await serverLike({});
  const { session } = await connected(server);
  const post = await publishPart(mastodon, session, { text: "Stays" });
  const page = {
    status: 200,
    headers: new Headers({ "content-type": "text/html" }),
    body: Buffer.from("<html>Welcome</html>"),
    url: "",
  };
  const behindAPage = (status: number) => ({
    ...session,
    http: { ...session.http, send: async () => ({ ...page, status }) },
  });
  expect(await mastodon.remove(behindAPage(200), post)).toMatchObject({ kind: "failed" });
  expect(await mastodon.remove(behindAPage(404), post)).toMatchObject({ kind: "failed" });
  expect(await mastodon.remove(session, post)).toEqual({ kind: "removed" });
});

test.each([
  [204, ""],
  [200, '{"error":"This action is not allowed"}'],
  [200, "true"],
  [200, "[]"],
  [404, '{"error":"Not Found"}'],
  [405, "<html>Method Not Allowed</html>"],
  [410, '{"error":"Gone"}'],
  [501, '{"error":"Not Implemented"}'],
  [302, ""],
])(
  "a DELETE that is answered %i %s takes down what is gone, and nothing else",
  async (status, body) => {
    const server = await serverLike({});
    const { session, brand } = await connected(server);
    const post = await publishPart(mastodon, session, { text: "Stays" });
    const odd: typeof session.http.send = async (url, options) =>
      options?.method === "DELETE"
        ? { status, headers: new Headers(), body: Buffer.from(body), url }
        : session.http.send(url, options);
    const there = { ...session, http: { ...session.http, send: odd } };
    expect(await mastodon.remove(there, post)).toMatchObject({ kind: "failed" });
    expect(standing(server, brand, post)).toMatchObject({ text: "Stays" });
  },
);

test.each([
  ["refuses strangers", 401, '{"error":"This method requires an authenticated user"}'],
  ["has no such address", 404, "<html>"],
  ["breaks at it", 500, '{"error":"Something went wrong"}'],
  ["does not know it", 501, ""],
  ["shows a page", 200, "<html>Welcome</html>"],
])("a server that %s connects by what it says elsewhere", async (how, status, body) => {
  const server = await serverLike({}, { configuration: { maxCharacters: 5_000 } });
  const world = await mastodonUnderTest(server);
  const { http } = world.context;
  const send: typeof http.send = async (url, options) => {
    const headers = new Headers(options?.headers as Record<string, string>);
    const isClosed = how === "refuses strangers" && !headers.has("authorization");
    const isOdd = isClosed ? /v[12]\/instance/.test(url) : url.endsWith("v2/instance");
    return isOdd && (isClosed || how !== "refuses strangers")
      ? { status, headers: new Headers(), body: Buffer.from(body), url }
      : http.send(url, options);
  };
  const context = { ...world.context, http: { ...http, send } };
  expect(await connect({ ...world, context })).toMatchObject({
    kind: "connected",
    limits: { text: { max: 5_000 } },
  });
});

test("a server with the older address alone connects, with its own limits", async () => {
  const server = await serverLike(
    { hasOnlyV1: true },
    { configuration: { maxCharacters: 5_000, maxMedia: 2 } },
  );
  const { limits } = await connect(await mastodonUnderTest(server));
  expect(limits).toMatchObject({
    text: { max: 5_000 },
    images: { max: 2 },
    poll: { optionsMax: 4 },
  });
  expect(limits).not.toHaveProperty("isAssumed");
});

test("limits that a server does not tell are the smallest that are common, and said to be assumed", async () => {
  for (const traits of [asBare, { ...asMastodon, saysNoLimits: true, hasOnlyV1: true }]) {
    const outcome = await connect(await mastodonUnderTest(await serverLike(traits)));
    expect(outcome.limits).toMatchObject({
      isAssumed: true,
      text: { max: 500 },
      images: { max: 4, altMax: 420 },
    });
    expect(outcome.limits).not.toHaveProperty("poll");
  }
});

test("ids that are no numbers, and a min_id that reads downwards, lose and repeat nothing", async () => {
  let now = Date.now();
  const server = await serverLike({ hasOddIds: true }, { now: () => new Date((now += 1_000)) });
  const world = await mastodonUnderTest(server, { now: () => new Date(now) });
  const session = await signIn(world);
  const ours = world.brand.post("Say something");
  const say = (count: number, word: string) => {
    for (let number = 0; number < count; number += 1)
      world.anna.reply(`${word} ${number}`, ours.id);
  };
  say(30, "first");
  const first = await collectAll(mastodon, session, null);
  expect(first.touchpoints).toHaveLength(30);
  say(170, "second");
  const second = await collectAll(mastodon, session, first.cursor);
  expect(second.touchpoints).toHaveLength(170);
  expect((await collectAll(mastodon, session, second.cursor)).touchpoints).toEqual([]);
});
