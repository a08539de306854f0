import { expect, test } from "vitest";

import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { publishDue } from "#lib/publisher/publish-due";

import type { TestContext } from "../../support/context.ts";
import { haveWorkspace } from "../../support/factories.ts";
import { haveImage } from "../../support/have-image.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf, partsOf, valueOf } from "../whole-loop.ts";
import { haveFacebook, signInToFacebook } from "./have-facebook.ts";
import { addPost } from "./world.ts";

async function started() {
  const ctx = await haveWorkspace();
  const server = await haveFacebook(ctx);
  const account = await signInToFacebook(ctx, server);
  return { ctx, server, account };
}

/** The engine goes on by itself for a while. */
async function goOn(ctx: TestContext, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    ctx.clock.pass({ minutes: 10 });
    await publishDue(ctx, "worker-1");
  }
}

const lost = ["reset-after", "error-after", "truncated-after", "malformed-after"] as const;

test.each(lost)(
  "an answer that got lost (%s): the page's list tells, and it is sent once",
  async (fault) => {
    const { ctx, server, account } = await started();
    server.faults.next("create-post", fault);
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once"] });
    await publishDue(ctx, "worker-1");
    expect((await onlyPartOf(ctx, postId)).state).toBe("unknown");
    await goOn(ctx, 1);
    expect(await onlyPartOf(ctx, postId)).toMatchObject({
      state: "published",
      remoteId: server.world.posts[0]?.id,
    });
    expect(server.world.posts).toHaveLength(1);
  },
);

test("a request that may not have arrived is never sent again by itself: a person is asked, and then it goes once", async () => {
  const { ctx, server, account } = await started();
  server.faults.next("create-post", "reset-before");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once"] });
  await publishDue(ctx, "worker-1");
  await goOn(ctx, 4);
  const part = await onlyPartOf(ctx, postId);
  expect(part.state).toBe("needs_person");
  expect(server.world.posts).toEqual([]);
  valueOf(await resolveDelivery(ctx, { deliveryId: part.id, answer: "send-again" }));
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toHaveLength(1);
});

test("a list that lags: what it shows later is found, and nothing goes out meanwhile", async () => {
  const { ctx, server, account } = await started();
  server.settings.listingLagMs = 12 * 60_000;
  server.faults.next("create-post", "reset-after");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once"] });
  await publishDue(ctx, "worker-1");
  ctx.clock.pass({ minutes: 3 });
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("unknown");
  await goOn(ctx, 1);
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toHaveLength(1);
});

test("the same words that somebody else posted just before are named as posted already, and nobody's post is taken for ours", async () => {
  const { ctx, server, account } = await started();
  addPost(server.world, server.page, server.page, { text: "Good morning" });
  ctx.clock.pass({ minutes: 2 });
  const { postId } = await haveScheduled(ctx, {
    accountIds: [account.id],
    texts: ["Good morning"],
  });
  await publishDue(ctx, "worker-1");
  await goOn(ctx, 8);
  expect(await onlyPartOf(ctx, postId)).toMatchObject({
    state: "needs_person",
    reason: "duplicate",
  });
  expect(server.world.posts).toHaveLength(1);
});

test("a post with the same words and other pictures, which somebody made on Facebook, is not taken for ours", async () => {
  const { ctx, server, account } = await started();
  const { id: mediaId } = await haveImage(ctx);
  const content = { accountIds: [account.id], texts: ["Look"], images: [{ mediaId, alt: "Wool" }] };
  server.faults.next("create-post", "reset-before");
  const { postId } = await haveScheduled(ctx, content);
  await publishDue(ctx, "worker-1");
  addPost(server.world, server.page, server.page, { text: "Look", photos: ["1"] });
  await goOn(ctx, 4);
  expect((await onlyPartOf(ctx, postId)).state).toBe("needs_person");

  server.faults.next("create-post", "reset-after");
  const second = await haveScheduled(ctx, content);
  await publishDue(ctx, "worker-1");
  await goOn(ctx, 1);
  expect(await onlyPartOf(ctx, second.postId)).toMatchObject({
    state: "published",
    remoteId: server.world.posts.at(-1)?.id,
  });
});

test("a first comment whose answer got lost is found under its post", async () => {
  const { ctx, server, account } = await started();
  server.faults.next("comment", "reset-after");
  const texts = ["Our shawl", "Where to buy it"];
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts });
  await publishDue(ctx, "worker-1");
  await goOn(ctx, 2);
  expect((await partsOf(ctx, postId)).map(({ state }) => state)).toEqual([
    "published",
    "published",
  ]);
  expect(server.world.comments).toHaveLength(1);
});
