import { afterAll, beforeAll, expect, test } from "vitest";

import type { Json } from "#lib/networks/contract/remote";
import { mastodon } from "#lib/networks/mastodon/connector";

import { collectAll, publishPart } from "../network-under-test.ts";
import { startMastodonServer, type MastodonServer } from "./server.ts";
import { connected } from "./under-test.ts";

let server: MastodonServer;

beforeAll(async () => {
  server = await startMastodonServer({
    budgets: { token: { most: 10_000, ms: 300_000 } },
  });
});
afterAll(() => server.stop());

test("reactions come with the person, the words, the picture and the way to answer", async () => {
  const { session, anna, bram, brand } = await connected(server);
  const post = await publishPart(mastodon, session, { text: "Which colour?" });
  const reply = anna.reply("The <b>blue</b> one!\n\nhttps://wool.example", post.remoteId, {
    spoiler_text: "A choice",
    visibility: "unlisted",
  });
  bram.follow(brand.handle);
  const { touchpoints } = await collectAll(mastodon, session, null);
  const parent = { id: reply.id, handle: anna.handle, visibility: "unlisted" };
  expect(touchpoints).toEqual([
    {
      type: "reply",
      remoteId: `${server.url}/users/${anna.person.username}/statuses/${reply.id}`,
      at: expect.any(Date),
      person: {
        remoteId: anna.handle,
        handle: anna.handle,
        about: "<p></p>",
        displayName: "Anna",
        url: `${server.url}/@${anna.person.username}`,
        avatarUrl: expect.stringContaining("/avatars/"),
      },
      onRemoteId: post.remoteId,
      text: `A choice\n\n@${brand.person.username} The <b>blue</b> one!\n\nhttps://wool.example`,
      hasImage: false,
      replyTarget: { root: parent, parent },
      url: `${server.url}/@${anna.person.username}/${reply.id}`,
    },
    expect.objectContaining({
      type: "follow",
      person: expect.objectContaining({
        handle: bram.handle,
        url: expect.stringMatching(/^https:\/\/elsewhere/),
      }),
    }),
  ]);
});

test("a reply to somebody else that names us is a mention; an answer to us that was quoted is a quote", async () => {
  const { session, anna, bram, brand } = await connected(server);
  const post = await publishPart(mastodon, session, { text: "Look" });
  const theirs = anna.post("I knit");
  bram.reply(`You should see @${brand.handle}`, theirs.id);
  bram.quote("This", post.remoteId);
  const { touchpoints } = await collectAll(mastodon, session, null);
  expect(touchpoints.map(({ type, onRemoteId }) => [type, onRemoteId])).toEqual([
    ["mention", undefined],
    ["quote", post.remoteId],
  ]);
});

test("an answer to somebody else under our post is told as one, however deep in the thread", async () => {
  const { session, anna, bram, brand } = await connected(server);
  const post = await publishPart(mastodon, session, { text: "How do you wash it?" });
  const asked = anna.reply("Is it safe at thirty degrees?", post.remoteId);
  const helped = bram.reply(`By hand, @${brand.handle} says so too`, asked.id);
  anna.reply(`Thanks! @${brand.handle}`, helped.id);
  bram.reply(`And one more thing, @${brand.handle}`, helped.id);
  bram.reply(`Between us @${brand.handle}`, asked.id, { visibility: "direct" });
  const { touchpoints } = await collectAll(mastodon, session, null);
  expect(
    touchpoints.map(({ type, onRemoteId, isAnswerToOther }) => [type, onRemoteId, isAnswerToOther]),
  ).toEqual([
    ["reply", post.remoteId, undefined],
    ["reply", post.remoteId, true],
    ["reply", post.remoteId, true],
    ["mention", undefined, undefined],
    ["direct-message", undefined, undefined],
  ]);
});

test("of very many answers to others some are looked up, and the others stay mentions", async () => {
  const { session, anna, bram, brand } = await connected(server);
  const post = await publishPart(mastodon, session, { text: "How do you wash it?" });
  const asked = anna.reply("Is it safe?", post.remoteId);
  for (let n = 0; n < 30; n++) bram.reply(`Yes ${n}, @${brand.handle}`, asked.id);
  const { touchpoints } = await collectAll(mastodon, session, null);
  const answers = touchpoints.filter(({ isAnswerToOther }) => isAnswerToOther);
  expect(touchpoints).toHaveLength(31);
  expect(answers).toHaveLength(20);
});

test("what only we can read is a message, and an answer to it stays one", async () => {
  const { session, anna, brand } = await connected(server);
  const post = await publishPart(mastodon, session, { text: "Look" });
  anna.post(`@${brand.handle} is it still there?`, { visibility: "direct" });
  anna.reply("Between us: lovely", post.remoteId, { visibility: "direct" });
  anna.reply("Lovely", post.remoteId, { visibility: "private" });
  const { touchpoints } = await collectAll(mastodon, session, null);
  expect(touchpoints.map(({ type, onRemoteId }) => [type, onRemoteId])).toEqual([
    ["direct-message", undefined],
    ["direct-message", post.remoteId],
    ["reply", post.remoteId],
  ]);
  const [message] = touchpoints;
  const answer = await publishPart(mastodon, session, {
    text: "It is.",
    replyTo: message?.replyTarget,
  });
  expect(server.world.statuses.get(answer.remoteId)?.visibility).toBe("direct");
});

test("what nobody did with us is left out: kinds unknown, polls that ended, strange entries", async () => {
  const { session, anna, brand } = await connected(server);
  const { world } = server;
  const ours = brand.post("Ours");
  world.notify(brand.person, "poll", anna.person, ours);
  world.notify(brand.person, "severed_relationships", anna.person);
  world.notify(brand.person, "favourite", anna.person);
  anna.like(ours.id);
  const { touchpoints, cursor } = await collectAll(mastodon, session, null);
  expect(touchpoints.map(({ type }) => type)).toEqual(["like"]);
  expect((await collectAll(mastodon, session, cursor)).touchpoints).toEqual([]);
});

test("hundreds are collected once each, while more keep coming in", async () => {
  const { session, anna, brand } = await connected(server);
  const ours = brand.post("Say something");
  const say = (count: number, word: string) => {
    for (let number = 0; number < count; number += 1) anna.reply(`${word} ${number}`, ours.id);
  };
  say(200, "first");
  const seen: string[] = [];
  let cursor: Json = null;
  for (let page = 0; page < 20; page += 1) {
    const outcome = await mastodon.collect(session, JSON.parse(JSON.stringify(cursor)));
    if (outcome.kind !== "collected") throw new Error(outcome.kind);
    seen.push(...outcome.touchpoints.map(({ remoteId }) => remoteId));
    cursor = outcome.cursor;
    if (page < 3) say(100, `page ${page}`);
    if (!outcome.hasMore) break;
  }
  const rest = await collectAll(mastodon, session, cursor);
  seen.push(...rest.touchpoints.map(({ remoteId }) => remoteId));
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(500);
  expect(JSON.stringify(rest.cursor).length).toBeLessThan(10_000);
});

test("what shows up late below what was read is not missed", async () => {
  const { session, anna, bram, brand } = await connected(server);
  const ours = brand.post("Ours");
  anna.like(ours.id);
  bram.follow(brand.handle);
  // Numbered before the mention, shown after it: a server does not commit in order.
  const [follow] = server.world.notifications.splice(-1);
  anna.post(`@${brand.handle} hello`);
  const first = await collectAll(mastodon, session, null);
  expect(first.touchpoints.map(({ type }) => type)).toEqual(["like", "mention"]);
  server.world.notifications.push(follow!);
  const next = await collectAll(mastodon, session, first.cursor);
  expect(next.touchpoints.map(({ type }) => type)).toEqual(["follow"]);
  expect((await collectAll(mastodon, session, next.cursor)).touchpoints).toEqual([]);
});

test("a new account brings a month along, and not its whole past", async () => {
  let now = new Date("2026-03-01T12:00:00Z");
  const old = await startMastodonServer({ now: () => now });
  try {
    const { session, anna, brand } = await connected(old, () => now);
    const ours = brand.post("Ours");
    for (let count = 0; count < 100; count += 1) anna.reply(`old ${count}`, ours.id);
    now = new Date(now.getTime() + 40 * 86_400_000);
    for (let count = 0; count < 90; count += 1) anna.reply(`new ${count}`, ours.id);
    const { touchpoints } = await collectAll(mastodon, session, null);
    expect(touchpoints).toHaveLength(90);
    expect(touchpoints.every(({ text }) => text?.includes("new"))).toBe(true);
  } finally {
    await old.stop();
  }
});

test("a like that is taken back and given again stays one, and so does a follow", async () => {
  const { session, anna, bram, brand } = await connected(server);
  const [ours, other] = [brand.post("Ours"), brand.post("Another")];
  anna.like(ours.id);
  anna.boost(ours.id);
  anna.follow(brand.handle);
  const first = await collectAll(mastodon, session, null);
  const { world } = server;
  world.statuses.get(ours.id)?.likedBy.delete(anna.person.id);
  anna.person.following.delete(brand.person.id);
  anna.like(ours.id);
  anna.follow(brand.handle);
  bram.like(ours.id);
  anna.like(other.id);
  const again = await collectAll(mastodon, session, first.cursor);
  const known = new Set(first.touchpoints.map(({ remoteId }) => remoteId));
  expect(known.size).toBe(3);
  const added = again.touchpoints.filter(({ remoteId }) => !known.has(remoteId));
  expect(added.map(({ person, onRemoteId }) => [person.handle, onRemoteId])).toEqual([
    [bram.handle, ours.id],
    [anna.handle, other.id],
  ]);
});

test("what an older version had read up to is where the first walk ends", async () => {
  const { session, anna, brand } = await connected(server);
  const ours = brand.post("Ours");
  anna.reply("read already", ours.id);
  const mark = server.world.notifications.at(-1)?.id ?? "";
  anna.reply("new", ours.id);
  const stored = { mark, known: [], at: null, below: null, isFirst: false };
  const { touchpoints, cursor } = await collectAll(mastodon, session, stored);
  expect(touchpoints.map(({ text }) => text)).toEqual([expect.stringMatching(/new$/)]);
  anna.reply("newer", ours.id);
  expect((await collectAll(mastodon, session, cursor)).touchpoints).toHaveLength(1);
});

test("counts come one by one where several at once are not known", async () => {
  const { session, anna } = await connected(server);
  const posts = [
    await publishPart(mastodon, session, { text: "One" }),
    await publishPart(mastodon, session, { text: "Two" }),
  ];
  anna.like(posts[1]!.remoteId);
  server.faults.add("error-before", "GET /api/v1/statuses");
  expect(await mastodon.measure(session, posts)).toMatchObject({
    kind: "measured",
    metrics: [{ likes: 0 }, { likes: 1, reposts: 0, replies: 0, quotes: 0 }],
  });
});
