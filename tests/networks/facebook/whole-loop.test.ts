import { expect, test } from "vitest";

import { findAccount } from "#lib/accounts/repository";
import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { editPublished } from "#lib/deliveries/edit-published";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { appreciateTouchpoint } from "#lib/engagement/appreciate-touchpoint";
import { collectAccount } from "#lib/engagement/collect-account";
import { runEventHandlers } from "#lib/event-handlers";
import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../../support/factories.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf, partsOf, suggestionFor, touchpointsOf, valueOf } from "../whole-loop.ts";
import { haveFacebook, signInToFacebook } from "./have-facebook.ts";
import { addComment, addPost } from "./world.ts";

async function started() {
  const ctx = await haveWorkspace();
  const server = await haveFacebook(ctx);
  const account = await signInToFacebook(ctx, server);
  return { ctx, server, account };
}

test("from signing in for a page to a thank-you under somebody's comment", async () => {
  const { ctx, server, account } = await started();
  const { world, page } = server;
  const [anna, bram] = [server.join("Anna de Vries"), server.join("Bram Bakker")];

  const texts = ["Our new shawl: https://noorderwol.nl/shawl", "Knitted in Amsterdam"];
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts });
  await publishDue(ctx, "worker-1");
  const [first, comment] = await partsOf(ctx, postId);
  if (!first?.remoteId || !comment) throw new Error("Not out.");
  expect([first.state, comment.state]).toEqual(["published", "published"]);
  expect(first.url).toContain(`${page.id}/posts/`);
  expect(world.posts).toMatchObject([{ text: texts[0], link: "https://noorderwol.nl/shawl" }]);
  // The second part is the first comment.
  expect(world.comments).toMatchObject([{ text: texts[1], postId: first.remoteId }]);

  const changed = "Our blue shawl: https://noorderwol.nl/shawl";
  valueOf(await editPublished(ctx, { deliveryId: first.id, text: changed }));
  expect(world.posts[0]?.text).toBe(changed);

  ctx.clock.pass({ minutes: 1 });
  const praise = addComment(world, anna, first.remoteId, "So beautiful! I love it, thank you.");
  addComment(world, bram, praise.id, "I want one, too");
  world.posts[0]?.likedBy.add(bram.id);
  addPost(world, page, anna, { text: "I love my shawl, thank you so much" });
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 4 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 0 });
  await runEventHandlers(ctx);
  const told = await touchpointsOf(ctx);
  expect(
    told.map(({ type, who, postId: about }) => `${type} by ${who} on ${about}`).toSorted(),
  ).toEqual([
    `like by Bram Bakker on ${postId}`,
    "mention by Anna de Vries on null",
    `reply by Anna de Vries on ${postId}`,
    `reply by Bram Bakker on ${postId}`,
  ]);
  const reply = told.find(({ text }) => text === praise.text);
  valueOf(await appreciateTouchpoint(ctx, { touchpointId: reply?.id ?? "", how: "like" }));
  expect([...praise.likedBy]).toEqual([page.id]);

  const suggestion = await suggestionFor(ctx, "Anna de Vries");
  const thanks = valueOf(await acceptShoutOut(ctx, { shoutOutId: suggestion.shoutOut.id }));
  valueOf(await schedulePost(ctx, { postId: thanks.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  expect(await onlyPartOf(ctx, thanks.id)).toMatchObject({ state: "published" });
  expect(world.comments.at(-1)).toMatchObject({ authorId: page.id });
  expect(server.complaints).toEqual([]);
});

test("people of whom Facebook hides who they are are counted and not invented; recommendations may be closed", async () => {
  const { ctx, server, account } = await started();
  const { world, settings } = server;
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Wool"] });
  await publishDue(ctx, "worker-1");
  const part = await onlyPartOf(ctx, postId);
  addComment(world, server.join("Anna"), part.remoteId ?? "", "Lovely");
  settings.hidesAuthors = true;
  settings.hidesRatings = true;
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 0 });
});

test("a used-up allowance holds the account until Meta says that it is regained", async () => {
  const { ctx, server, account } = await started();
  server.faults.next("create-post", "too-many");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Later"] });
  await publishDue(ctx, "worker-1");
  ctx.clock.pass({ minutes: 6 });
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("scheduled");
  ctx.clock.pass({ minutes: 2 });
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toHaveLength(1);
});

test("a new password pauses the page; its post goes once after signing in again", async () => {
  const { ctx, server, account } = await started();
  server.oauth.forget(server.owner.id);
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Later"] });
  await publishDue(ctx, "worker-1");
  expect(await findAccount(ctx.db, ctx.workspaceId, account.id)).toMatchObject({
    state: "needs_reconnect",
  });
  expect(server.world.posts).toEqual([]);
  await signInToFacebook(ctx, server);
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toHaveLength(1);
});
