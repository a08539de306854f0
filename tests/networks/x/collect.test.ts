import { expect, test } from "vitest";

import type { Json } from "#lib/networks/contract/remote";
import { xConnector } from "#lib/networks/x/connector";
import { usualSettings, type XSettings } from "#lib/networks/x/settings";

import { collectAll } from "../network-under-test.ts";
import { oneServer } from "./one-server.ts";
import { connected, settingsAt } from "./under-test.ts";

const x = oneServer();

async function posted(settings: Partial<XSettings> = {}) {
  const world = await connected(x.server, settings);
  const outcome = await world.connector.publish(world.session, {
    text: `Hello from ${world.brand.username}`,
  });
  if (outcome.kind !== "published") throw new Error(outcome.kind);
  const fans = Array.from({ length: 30 }, (_, index) =>
    x.server.join(`fan${index}_${world.brand.username}`.slice(0, 15) + index),
  );
  return { ...world, postId: outcome.remoteId, fans };
}

const typesOf = (touchpoints: readonly { type: string }[]) =>
  [...new Set(touchpoints.map(({ type }) => type))]
    .map((type) => `${touchpoints.filter((one) => one.type === type).length} ${type}`)
    .toSorted();

test("reads within the day's money, cheapest first, and goes on the next day where it stopped", async () => {
  // A cent a day: ten mentions, or ten likes, or one person.
  const { connector, session, brand, postId, fans } = await posted({ readingPerDay: 40_000 });
  for (const [index, fan] of fans.entries()) {
    x.server.act(fan, { do: "like", on: postId });
    if (index < 8)
      x.server.act(fan, { do: "post", text: `${index} times thanks @${brand.username}` });
    if (index < 3) x.server.act(fan, { do: "repost", on: postId });
  }
  const spentBefore = x.server.meter.spent;
  const first = await collectAll(connector, session, null);
  // 8 mentions and one post at 0.1 cent, 30 likes at 0.1 cent; nobody's profile at a cent.
  expect(typesOf(first.touchpoints)).toEqual(["30 like", "8 mention"]);
  expect(x.server.meter.spent - spentBefore).toBeLessThanOrEqual(40_000);

  const sameDay = await collectAll(connector, session, first.cursor);
  expect(sameDay.touchpoints).toEqual([]);

  x.now = new Date("2026-03-02T00:00:01Z");
  const fresh = await connected(x.server).then(({ session: one }) => one.credentials);
  expect(fresh).toBeDefined();
  const renewed = {
    ...session,
    credentials: { ...session.credentials, freshUntil: "2027-01-01T00:00:00Z" },
  };
  const refreshed = await connector.refresh(renewed);
  if (refreshed.kind !== "refreshed") throw new Error(refreshed.kind);
  const nextDay = await collectAll(
    connector,
    { ...session, credentials: refreshed.credentials },
    sameDay.cursor,
  );
  expect(typesOf(nextDay.touchpoints)).toEqual(["3 repost"]);
});

test("a walk through many mentions survives a restart, and a page token that X has forgotten", async () => {
  const { connector, session, brand, anna } = await posted({ readingPerDay: 10_000_000 });
  for (let index = 0; index < 250; index += 1)
    x.server.act(anna, { do: "post", text: `Number ${index} for @${brand.username}` });
  const first = await connector.collect(session, null);
  if (first.kind !== "collected") throw new Error(first.kind);
  expect(first.touchpoints).toHaveLength(100);
  x.server.faults.next("list-mentions", {
    status: 400,
    body: { detail: "invalid pagination_token" },
  });
  const rest = await collectAll(connector, session, first.cursor);
  const all = new Set([...first.touchpoints, ...rest.touchpoints].map(({ remoteId }) => remoteId));
  expect(all.size).toBe(250);
});

test("a mention that X's index shows late is still found", async () => {
  const { connector, session, brand, anna, bram } = await posted();
  const late = x.server.act(anna, { do: "post", text: `Late news @${brand.username}` });
  const post = x.server.world.posts.find(({ id }) => id === late);
  if (!post) throw new Error("No post.");
  post.isDeleted = true;
  x.now = new Date(x.now.getTime() + 30_000);
  x.server.act(bram, { do: "post", text: `Early news @${brand.username}` });
  const first = await collectAll(connector, session, null);
  expect(first.touchpoints.map(({ text }) => text)).toEqual([`Early news @${brand.username}`]);
  post.isDeleted = false;
  const second = await collectAll(connector, session, first.cursor);
  expect(second.touchpoints.map(({ text }) => text)).toEqual([`Late news @${brand.username}`]);
});

test("nothing is asked about people behind counts that did not grow", async () => {
  const { connector, session, postId, anna } = await posted();
  x.server.act(anna, { do: "like", on: postId });
  const first = await collectAll(connector, session, null);
  const before = x.server.meter.requests["list-likers"];
  await collectAll(connector, session, first.cursor);
  expect(x.server.meter.requests["list-likers"]).toBe(before);
});

test.each([
  [{ status: 429, body: {} }, "later"],
  [{ status: 402, body: {} }, "out-of-credit"],
  [{ status: 503, body: {} }, "not-sent"],
  [{ status: 401, body: {} }, "expired"],
] as const)("%j while reading is %s, and the place is kept", async (fault, kind) => {
  const { connector, session, brand, anna } = await posted();
  x.server.act(anna, { do: "post", text: `Hi @${brand.username}` });
  x.server.faults.next("list-mentions", fault);
  expect(await connector.collect(session, null)).toMatchObject({ kind });
  expect((await collectAll(connector, session, null)).touchpoints).toHaveLength(1);
});

test("what a day of reading costs is told, and does not count the same post twice", async () => {
  const { session, postId, anna } = await posted();
  x.server.act(anna, { do: "like", on: postId });
  const connector = xConnector(settingsAt(x.server));
  const costs: number[] = [];
  let cursor: Json = null;
  for (let rounds = 0; rounds < 6; rounds += 1) {
    const outcome = await connector.collect(session, cursor);
    if (outcome.kind !== "collected") throw new Error(outcome.kind);
    costs.push(outcome.cost ?? 0);
    cursor = outcome.cursor;
  }
  const { ownPost, like } = usualSettings.reading;
  expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(ownPost + like);
});
