import { expect, onTestFinished, test } from "vitest";

import type { LinkedInSettings } from "#lib/networks/linkedin/settings";

import { collectAll, publish } from "../network-under-test.ts";
import { oneServer, ready } from "./one-server.ts";
import { addComment, memberUrn, pageUrn, postOf } from "./world.ts";

const linkedIn = oneServer();

async function posted(settings: Partial<LinkedInSettings> = {}, use: "pages" | "member" = "pages") {
  const world = await ready(linkedIn, {}, use, settings);
  const { remoteId: on } = await publish(world.connector, world.session, world.request);
  return { ...world, on };
}

const asked = (route: string) =>
  linkedIn.server.requests.filter(({ path }) => path.startsWith(route)).length;

test("a person is their URN: nobody's name is in what is told", async () => {
  const { connector, session, on, anna } = await posted();
  linkedIn.server.act(anna, { do: "comment", on, text: "So warm" });
  const { touchpoints } = await collectAll(connector, session, null);
  expect(touchpoints).toMatchObject([
    {
      type: "reply",
      text: "So warm",
      onRemoteId: on,
      person: { remoteId: memberUrn(anna), handle: anna.id },
    },
  ]);
  expect(JSON.stringify(touchpoints)).not.toContain("Anna");
});

test("unless the operator says otherwise, words of others are not kept", async () => {
  const { connector, session, on, anna, brand } = await posted({ keepsWords: false });
  linkedIn.server.act(anna, { do: "comment", on, text: "So warm" });
  linkedIn.server.act(anna, { do: "share", on, text: "Look" });
  linkedIn.server.act(anna, { do: "mention", page: brand, text: "Thanks" });
  const { touchpoints } = await collectAll(connector, session, null);
  expect(touchpoints.map(({ type }) => type).toSorted()).toEqual(["mention", "quote", "reply"]);
  expect(touchpoints.filter((one) => "text" in one)).toEqual([]);
});

test("news that shows no comment is followed to the comment, and an answer goes to the one above it", async () => {
  linkedIn.server.rules.decoratesNews = false;
  onTestFinished(() => void (linkedIn.server.rules.decoratesNews = true));
  const { connector, session, on, anna } = await posted();
  const urn = linkedIn.server.act(anna, { do: "comment", on, text: "So warm" });
  const { touchpoints } = await collectAll(connector, session, null);
  expect(touchpoints).toMatchObject([
    { type: "reply", remoteId: urn, text: "So warm", onRemoteId: on },
  ]);
});

test("what the page itself writes is not a reaction", async () => {
  const { connector, session, on, brand, anna } = await posted();
  const post = postOf(linkedIn.server.world, on);
  if (!post) throw new Error("No post.");
  addComment(linkedIn.server.world, { post, actor: pageUrn(brand), text: "Ours" });
  linkedIn.server.act(anna, { do: "like", on });
  const { touchpoints } = await collectAll(connector, session, null);
  expect(touchpoints.map(({ type }) => type)).toEqual(["like"]);
});

test("a hundred comments and likes are each told once, over pages and restarts", async () => {
  const { connector, session, on } = await posted();
  for (let index = 0; index < 120; index += 1) {
    const fan = linkedIn.server.join(`Fan ${index}`);
    linkedIn.server.act(fan, { do: "comment", on, text: `Number ${index}` });
    if (index % 2) linkedIn.server.act(fan, { do: "like", on });
  }
  const { touchpoints, cursor } = await collectAll(connector, session, null);
  const ids = new Set(touchpoints.map(({ remoteId }) => remoteId));
  expect([touchpoints.length, ids.size]).toEqual([180, 180]);
  linkedIn.now = new Date(linkedIn.now.getTime() + 10 * 60_000);
  expect((await collectAll(connector, session, cursor)).touchpoints).toEqual([]);
});

test("likes that LinkedIn tells of in one entry, which it changes, are all told", async () => {
  const { connector, session, on, anna, bram } = await posted();
  const { news } = linkedIn.server.world;
  linkedIn.server.act(anna, { do: "like", on });
  linkedIn.now = new Date(linkedIn.now.getTime() + 3 * 60 * 60_000);
  linkedIn.server.act(bram, { do: "like", on });
  const latest = news.pop();
  const entry = news.pop();
  if (!latest || !entry) throw new Error("No news.");
  news.push(latest);
  const first = await collectAll(connector, session, null);
  expect(first.touchpoints.map(({ person }) => person.handle)).toEqual([anna.id, bram.id]);
  linkedIn.now = new Date(linkedIn.now.getTime() + 60_000);
  const cara = linkedIn.server.join("Cara");
  linkedIn.server.act(cara, { do: "like", on });
  const next = news.pop();
  if (!next) throw new Error("No news.");
  news.splice(news.indexOf(latest), 1, { ...latest, at: next.at });
  const second = await collectAll(connector, session, first.cursor);
  expect(second.touchpoints.map(({ person }) => person.handle)).toContain(cara.id);
});

test("LinkedIn counts calls, so news is asked for at intervals, and without it nothing else is", async () => {
  const { connector, session, on, anna } = await posted({ readEveryMs: 30 * 60_000 });
  const first = await collectAll(connector, session, null);
  const news = asked("/rest/organizationalEntityNotifications");
  linkedIn.server.act(anna, { do: "like", on });
  linkedIn.now = new Date(linkedIn.now.getTime() + 29 * 60_000);
  const soon = await collectAll(connector, session, first.cursor);
  expect([soon.touchpoints, asked("/rest/organizationalEntityNotifications")]).toEqual([[], news]);
  const reactions = asked("/rest/reactions");
  linkedIn.now = new Date(linkedIn.now.getTime() + 60_000);
  const later = await collectAll(connector, session, soon.cursor);
  expect(later.touchpoints).toMatchObject([{ type: "like", onRemoteId: on }]);
  expect(asked("/rest/reactions")).toBe(reactions + 1);
});

test("of a member nobody may read, and nothing is asked", async () => {
  const { connector, session, on, anna } = await posted({}, "member");
  linkedIn.server.act(anna, { do: "comment", on, text: "So warm" });
  const before = linkedIn.server.requests.length;
  expect((await collectAll(connector, session, null)).touchpoints).toEqual([]);
  expect(await connector.measure(session, [])).toEqual({ kind: "measured", metrics: [] });
  expect(linkedIn.server.requests.length).toBe(before);
});

test.each([
  [
    { status: 429, body: {} },
    { kind: "later", retryAt: new Date("2026-03-02T00:00:00Z") },
  ],
  [{ status: 503, body: {} }, { kind: "not-sent" }],
  [{ status: 426, body: { status: 426 } }, { kind: "not-sent" }],
  [{ status: 401, body: {} }, { kind: "expired" }],
] as const)("%j while reading is %j, and the place is kept", async (fault, outcome) => {
  const { connector, session, on, anna } = await posted();
  linkedIn.server.act(anna, { do: "like", on });
  linkedIn.server.faults.next("list-news", fault);
  expect(await connector.collect(session, null)).toMatchObject(outcome);
  expect((await collectAll(connector, session, null)).touchpoints).toHaveLength(1);
});

test("a sign-in that may post and not read stays connected, and is told nothing", async () => {
  const { connector, session, on, anna, brand, owner } = await posted();
  linkedIn.server.act(anna, { do: "like", on });
  brand.roles.set(owner.id, ["CONTENT_ADMINISTRATOR"]);
  expect(await connector.collect(session, null)).toMatchObject({
    kind: "collected",
    touchpoints: [],
    hasMore: false,
  });
  const published = [{ remoteId: on, reference: null, url: "" }];
  expect(await connector.measure(session, published)).toEqual({ kind: "measured", metrics: [] });
});

test("a post whose likes are gone does not keep back those of the next", async () => {
  const { connector, session, on, anna } = await posted();
  const gone = postOf(linkedIn.server.world, on);
  if (!gone) throw new Error("No post.");
  linkedIn.server.act(anna, { do: "like", on });
  gone.isDeleted = true;
  const { touchpoints } = await collectAll(connector, session, null);
  expect(touchpoints).toEqual([]);
});
