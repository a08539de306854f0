import { afterAll, beforeAll, expect, test } from "vitest";

import { bluesky } from "#lib/networks/bluesky/connector";

import type { BlueskyActor, Ref } from "../../support/bluesky-actor.ts";
import { startBlueskyNetwork, type BlueskyNetwork } from "../../support/bluesky-network.ts";
import { collectAll, partOf, publishPart } from "../network-under-test.ts";
import { connected, reasons, recordOf } from "./under-test.ts";

let network: BlueskyNetwork;

beforeAll(async () => {
  network = await startBlueskyNetwork();
});
afterAll(() => network.stop());

test("reactions come with the person, the words, the picture and the way to answer", async () => {
  const { session, anna, bram } = await connected(network);
  const post = await publishPart(bluesky, session, { text: "Which colour?" });
  await network.settle();
  const ref = post.reference as unknown as Ref;
  const reply = await anna.reply("The blue one!", ref);
  await network.settle();
  await bram.post("Mine, in blue", {
    ...(await withPicture(bram)),
    reply: { root: ref, parent: { uri: reply.uri, cid: reply.cid } },
  });
  await network.settle();
  const { touchpoints } = await collectAll(bluesky, session, null);

  const told = touchpoints.find(({ remoteId }) => remoteId === reply.uri);
  expect(told).toMatchObject({
    type: "reply",
    onRemoteId: post.remoteId,
    text: "The blue one!",
    hasImage: false,
    person: { remoteId: anna.did, handle: anna.handle, displayName: "Anna" },
    replyTarget: { root: post.reference, parent: { uri: reply.uri, cid: reply.cid } },
    url: `https://bsky.app/profile/${anna.did}/post/${reply.uri.split("/").at(-1)}`,
  });
  expect(touchpoints.find(({ person }) => person.remoteId === bram.did)).toMatchObject({
    hasImage: true,
    onRemoteId: post.remoteId,
  });

  const answer = await publishPart(bluesky, session, {
    text: "Thank you!",
    replyTo: told?.replyTarget,
  });
  expect((await recordOf(network, answer)).value.reply.parent.uri).toBe(reply.uri);
  await network.settle();
  expect(await reasons(anna)).toContain("reply");
});

test("answering what is gone is refused before anything is sent", async () => {
  const { session, anna } = await connected(network);
  const post = await publishPart(bluesky, session, { text: "Which colour?" });
  await network.settle();
  const reply = await anna.reply("Never mind", post.reference as unknown as Ref);
  await network.settle();
  const [told] = (await collectAll(bluesky, session, null)).touchpoints;
  await anna.remove(reply);
  const part = partOf({ text: "Thanks", replyTo: told?.replyTarget });
  await network.settle();
  expect(await bluesky.prepare(session, part)).toMatchObject({ code: "reply-target-gone" });
});

test("more than a page is collected once each, while more keeps coming in", async () => {
  const { session, anna, bram } = await connected(network);
  const post = await publishPart(bluesky, session, { text: "Say something" });
  await network.settle();
  const ref = post.reference as unknown as Ref;
  const first = await Promise.all(
    Array.from({ length: 130 }, (_, index) => anna.reply(`${index}`, ref)),
  );
  await network.settle();

  const page = await bluesky.collect(session, null);
  if (page.kind !== "collected") throw new Error(page.kind);
  expect([page.touchpoints.length, page.hasMore]).toEqual([100, true]);
  const late = await Promise.all(
    Array.from({ length: 20 }, (_, index) => bram.reply(`${index}`, ref)),
  );
  await network.settle();

  const rest = await collectAll(bluesky, session, page.cursor);
  const next = await collectAll(bluesky, session, rest.cursor);
  const all = [...page.touchpoints, ...rest.touchpoints, ...next.touchpoints];
  const expected = [...first, ...late].map(({ uri }) => uri).toSorted();
  expect(all.map(({ remoteId }) => remoteId).toSorted()).toEqual(expected);
});

async function withPicture(actor: BlueskyActor): Promise<object> {
  const { default: sharp } = await import("sharp");
  const canvas = { create: { width: 6, height: 4, channels: 3 as const, background: "blue" } };
  const image = await actor.upload(await sharp(canvas).png().toBuffer(), "image/png");
  return { embed: { $type: "app.bsky.embed.images", images: [{ alt: "Mine", image }] } };
}
