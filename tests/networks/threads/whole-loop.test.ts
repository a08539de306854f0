import { expect, test } from "vitest";

import { findAccount } from "#lib/accounts/repository";
import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { collectAccount } from "#lib/engagement/collect-account";
import { runEventHandlers } from "#lib/event-handlers";
import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../../support/factories.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf, partsOf, suggestionFor, touchpointsOf, valueOf } from "../whole-loop.ts";
import { haveThreads, signInToThreads } from "./have-threads.ts";
import { addPost } from "./world.ts";

async function started() {
  const ctx = await haveWorkspace();
  const server = await haveThreads(ctx);
  const account = await signInToThreads(ctx, server);
  return { ctx, server, account };
}

test("from signing in on Threads to a thank-you under somebody's words", async () => {
  const { ctx, server, account } = await started();
  const { world } = server;
  const anna = server.join("anna_knits", "Anna");

  const texts = ["Our new shawl: https://noorderwol.nl/shawl 🧶", "Knitted in Amsterdam"];
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts });
  await publishDue(ctx, "worker-1");
  const [first, second] = await partsOf(ctx, postId);
  if (!first?.remoteId || !second) throw new Error("Not out.");
  expect([first.state, second.state]).toEqual(["published", "published"]);
  expect(first.url).toBe(`https://www.threads.net/@noorderwol/post/${first.remoteId}`);
  expect(world.posts.map(({ text }) => text)).toEqual(texts);
  expect(world.posts[1]?.replyTo).toBe(first.remoteId);

  const praise = addPost(world, anna, {
    text: "So beautiful! I love it, thank you.",
    replyTo: first.remoteId,
  });
  addPost(world, anna, { text: "I love my shawl, thank you so much @noorderwol" });
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 2 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 0 });
  await runEventHandlers(ctx);
  const told = await touchpointsOf(ctx);
  expect(told.map(({ type, postId: about }) => `${type} on ${about}`).toSorted()).toEqual([
    "mention on null",
    `reply on ${postId}`,
  ]);

  const suggestion = await suggestionFor(ctx, "anna_knits");
  const thanks = valueOf(await acceptShoutOut(ctx, { shoutOutId: suggestion.shoutOut.id }));
  valueOf(await schedulePost(ctx, { postId: thanks.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  expect(await onlyPartOf(ctx, thanks.id)).toMatchObject({ state: "published" });
  const answered = world.posts.at(-1)?.replyTo;
  expect(world.posts.some(({ id }) => id === answered)).toBe(true);
  expect([praise.id, world.posts.at(-2)?.id]).toContain(answered);
  expect(server.complaints).toEqual([]);
});

test.each(["reset-after", "error-after", "truncated-after", "malformed-after"] as const)(
  "an answer that got lost (%s): the container knows, and it is sent once",
  async (fault) => {
    const { ctx, server, account } = await started();
    server.faults.next("publish", fault);
    const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once"] });
    await publishDue(ctx, "worker-1");
    expect((await onlyPartOf(ctx, postId)).state).toBe("unknown");
    ctx.clock.pass({ seconds: 125 });
    await publishDue(ctx, "worker-1");
    expect(await onlyPartOf(ctx, postId)).toMatchObject({
      state: "published",
      remoteId: server.world.posts[0]?.id,
    });
    expect(server.world.posts).toHaveLength(1);
  },
);

test("a request that got lost is sent again, once", async () => {
  const { ctx, server, account } = await started();
  server.faults.next("publish", "reset-before", "error-before", "unavailable");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once"] });
  for (let rounds = 0; rounds < 6; rounds += 1) {
    await publishDue(ctx, "worker-1");
    ctx.clock.pass({ seconds: 125 });
  }
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toHaveLength(1);
});

test("a list that lags behind is waited for; a post that is out and not listed is never sent again", async () => {
  const { ctx, server, account } = await started();
  server.settings.listingLagMs = 20 * 60_000;
  server.faults.next("publish", "reset-after");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once"] });
  await publishDue(ctx, "worker-1");
  for (let rounds = 0; rounds < 3; rounds += 1) {
    ctx.clock.pass({ minutes: 3 });
    await publishDue(ctx, "worker-1");
    expect((await onlyPartOf(ctx, postId)).state).toBe("unknown");
  }
  ctx.clock.pass({ minutes: 30 });
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toHaveLength(1);
});

test("permission that was taken back pauses the account; its post goes once after signing in again", async () => {
  const { ctx, server, account } = await started();
  server.oauth.forget(server.brand.id);
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Later"] });
  await publishDue(ctx, "worker-1");
  expect(await findAccount(ctx.db, ctx.workspaceId, account.id)).toMatchObject({
    state: "needs_reconnect",
  });
  expect(server.world.posts).toEqual([]);
  await signInToThreads(ctx, server);
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toHaveLength(1);
});
