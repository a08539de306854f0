import { afterAll, beforeAll, expect, test } from "vitest";

import { connectAccount } from "#lib/accounts/connect-account";
import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { listRecognitions } from "#lib/advocacy/list-recognitions";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { collectAccount } from "#lib/engagement/collect-account";
import { runEventHandlers } from "#lib/event-handlers";
import { wallClock } from "#lib/kernel/local-time";
import { saveDraft } from "#lib/posts/save-draft";
import { publishDue } from "#lib/publisher/publish-due";

import type { BlueskyActor, Ref } from "../support/bluesky-actor.ts";
import { startBlueskyNetwork, type BlueskyNetwork } from "../support/bluesky-network.ts";
import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { reasons, recordOf } from "./bluesky/under-test.ts";
import { onlyPartOf, suggestionFor, touchpointsOf, valueOf } from "./whole-loop.ts";

const minute = 60_000;
let network: BlueskyNetwork;

beforeAll(async () => {
  network = await startBlueskyNetwork();
});
afterAll(() => network.stop());

test("from a scheduled post to a published thank-you, on a real server", async () => {
  const [brand, anna, bram] = await Promise.all([
    network.join("Wool"),
    network.join("Anna"),
    network.join("Bram"),
  ] as const);
  const ctx = await haveWorkspace();
  const began = new Date(Date.now() - 60 * minute);
  ctx.clock.set(began);

  // Connect, and schedule for half an hour later.
  const answers = { pds: network.pds, identifier: brand.handle, appPassword: brand.password };
  const account = valueOf(await connectAccount(ctx, { network: "bluesky", answers }));
  expect(account).toMatchObject({ state: "active", remoteId: brand.did, handle: brand.handle });
  const dueAt = new Date(Math.ceil((began.getTime() + 30 * minute) / minute) * minute);
  const post = await schedule(ctx, account.id, dueAt);

  // It goes out when it is due and not before.
  ctx.clock.set(new Date(dueAt.getTime() - 1));
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, post)).state).toBe("scheduled");
  ctx.clock.set(dueAt);
  await publishDue(ctx, "worker-1");
  const delivery = await onlyPartOf(ctx, post);
  expect(delivery).toMatchObject({ state: "published", publishedAt: dueAt });
  const remote = delivery.reference as unknown as Ref;
  expect((await recordOf(network, { remoteId: remote.uri })).value.text).toBe(text);

  // Others react; what they did is told with who they are and the stage it speaks for.
  ctx.clock.set(new Date());
  await network.settle();
  await react(anna, bram, brand, remote);
  await network.settle();
  ctx.clock.set(new Date());
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 7 });
  await runEventHandlers(ctx);
  const touched = await touchpointsOf(ctx);
  expect(touched.map(({ type, who }) => `${type} by ${who}`).toSorted()).toEqual([
    "follow by Anna",
    "like by Anna",
    "like by Bram",
    "mention by Anna",
    "quote by Bram",
    "reply by Anna",
    "repost by Anna",
  ]);
  expect(touched.every(({ stageId }) => stageId?.startsWith("stage-"))).toBe(true);
  expect(touched.filter(({ postId }) => postId === post)).toHaveLength(5);
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 0 });

  // The fan is suggested, and one click makes the thank-you a draft of the advocacy stage.
  const suggestion = await suggestionFor(ctx, "Anna");
  expect(suggestion.identity).toMatchObject({ remoteId: anna.did, handle: anna.handle });
  const { id: shoutOutId } = suggestion.shoutOut;
  const thanks = valueOf(await acceptShoutOut(ctx, { shoutOutId }));
  expect(thanks.stageId).toBe("stage-advocacy");

  // It goes out, and its mention is hers.
  valueOf(await schedulePost(ctx, { postId: thanks.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  const thanked = await onlyPartOf(ctx, thanks.id);
  expect(thanked.state).toBe("published");
  const { value } = await recordOf(network, { remoteId: thanked.remoteId ?? "" });
  const features = value.facets.flatMap((facet: { features: object[] }) => facet.features);
  expect(features).toContainEqual({ $type: "app.bsky.richtext.facet#mention", did: anna.did });
  await network.settle();
  expect(await reasons(anna)).toContain("mention");

  // What we gave back is on record, and her answer is a new touchpoint of the same person.
  await runEventHandlers(ctx);
  const recognitions = await listRecognitions(ctx, suggestion.person.id);
  expect(recognitions).toMatchObject([{ shoutOutId, postId: thanks.id, url: thanked.url }]);
  await anna.reply("Oh, that is so kind of you!", thanked.reference as unknown as Ref);
  await network.settle();
  ctx.clock.set(new Date());
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 1 });
  await runEventHandlers(ctx);
  const [answer] = await touchpointsOf(ctx);
  expect(answer).toMatchObject({
    type: "reply",
    postId: thanks.id,
    personId: suggestion.person.id,
    text: "Oh, that is so kind of you!",
  });
});

const text = "Our new shawl is here: knitted in Amsterdam, from Dutch wool 🧶 #wool";

async function schedule(ctx: TestContext, accountId: string, at: Date): Promise<string> {
  const parts = [{ text, images: [] }];
  const content = { stageId: "stage-awareness", accountIds: [accountId], parts };
  const { id: postId } = valueOf(await saveDraft(ctx, content));
  const when = { kind: "wall-clock" as const, at: wallClock(at, "Europe/Amsterdam") };
  const scheduled = valueOf(await schedulePost(ctx, { postId, when }));
  expect(scheduled.publishAt).toEqual(at);
  return postId;
}

/** Anna is all for it; Bram likes to look. */
async function react(anna: BlueskyActor, bram: BlueskyActor, brand: BlueskyActor, post: Ref) {
  await anna.like(post);
  await anna.repost(post);
  await anna.follow(brand.did);
  await anna.reply("So beautiful! I love it.", post);
  await anna.mention("I love my shawl, it is wonderful, thank you so much @", brand);
  await bram.like(post);
  await bram.quote("Have you seen this?", post);
}
