import { afterAll, beforeAll, expect, test } from "vitest";

import { mastodon } from "#lib/networks/mastodon/connector";

import { partOf, prepare, publish } from "../network-under-test.ts";
import { startMastodonServer, type MastodonServer } from "./server.ts";
import { connected } from "./under-test.ts";

let server: MastodonServer;

beforeAll(async () => {
  server = await startMastodonServer();
});
afterAll(() => server.stop());

test("an edit keeps poll with its votes, warning and pictures; an ended poll cannot be edited", async () => {
  const { session, anna } = await connected(server);
  const poll = { options: ["Red", "Blue"], minutes: 60, isMultiple: false };
  const part = partOf({ text: "Which colour?", poll, warning: "Wool" });
  const published = await publish(mastodon, session, await prepare(mastodon, session, part));
  anna.vote(published.remoteId, 1);
  const changed = { ...part, text: "Which colour do you like?" };
  expect(
    await mastodon.edit?.(session, published, changed, [part.text, changed.text]),
  ).toMatchObject({ kind: "edited" });
  const standing = server.world.statuses.get(published.remoteId);
  expect(standing).toMatchObject({
    text: changed.text,
    warning: "Wool",
    poll: { votes: new Map([[anna.person.id, [1]]]) },
  });
  Object.assign(standing?.poll ?? {}, { expiresAt: new Date(0) });
  expect(
    await mastodon.edit?.(session, published, changed, [part.text, changed.text]),
  ).toMatchObject({ kind: "refused" });
  await mastodon.remove(session, published);
  expect(
    await mastodon.edit?.(session, published, changed, [part.text, changed.text]),
  ).toMatchObject({ kind: "refused" });
});

test("words that somebody changed on the network are told and not written over, until they were seen", async () => {
  const { session } = await connected(server);
  const part = partOf({ text: "Good mornign" });
  const published = await publish(mastodon, session, await prepare(mastodon, session, part));
  const standing = server.world.statuses.get(published.remoteId);
  Object.assign(standing ?? {}, { text: "Good day" });
  const changed = { ...part, text: "Good morning" };
  expect(await mastodon.edit?.(session, published, changed, [part.text])).toEqual({
    kind: "changed-there",
    text: "Good day",
  });
  expect(standing?.text).toBe("Good day");
  const seen = [part.text, "Good  day"];
  expect(await mastodon.edit?.(session, published, changed, seen)).toMatchObject({
    kind: "edited",
  });
  expect(server.world.statuses.get(published.remoteId)?.text).toBe("Good morning");
});
