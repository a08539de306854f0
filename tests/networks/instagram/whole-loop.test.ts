import { expect, test } from "vitest";

import { findAccount } from "#lib/accounts/repository";
import { withSession } from "#lib/accounts/with-session";
import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { deletePublished } from "#lib/deliveries/delete-published";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { collectAccount } from "#lib/engagement/collect-account";
import { runEventHandlers } from "#lib/event-handlers";
import type { Context } from "#lib/kernel/context";
import { saveDraft } from "#lib/posts/save-draft";
import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../../support/factories.ts";
import { anImage, haveImage } from "../../support/have-image.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf, partsOf, suggestionFor, touchpointsOf, valueOf } from "../whole-loop.ts";
import {
  connectThroughFacebook,
  haveInstagram,
  signInToInstagram,
  tryToSignIn,
} from "./have-instagram.ts";
import { addPost } from "./world.ts";

async function started(connect = signInToInstagram) {
  const bytes = await anImage();
  const address = `data:image/jpeg;base64,${bytes.toString("base64")}`;
  const plain = await haveWorkspace();
  // Instagram fetches pictures: this address is what an installation on the internet would give.
  const ctx = { ...plain, mediaShare: { addressOf: () => address } as never };
  const server = await haveInstagram(ctx);
  const account = await connect(ctx, server);
  return { ctx, server, account };
}

async function pictured(ctx: Context, accountId: string, texts: readonly string[], count = 1) {
  const images = [];
  for (let number = 1; number <= count; number += 1)
    images.push({ mediaId: (await haveImage(ctx)).id, alt: `Wool ${number}` });
  return (await haveScheduled(ctx, { accountIds: [accountId], texts, images })).postId;
}

test("from signing in on Instagram to a thank-you under somebody's comment", async () => {
  const { ctx, server, account } = await started();
  const { world } = server;
  const [anna, bram] = [server.join("anna_knits", "Anna"), server.join("bram", "Bram")];
  const postId = await pictured(ctx, account.id, ["Our new shawl", "Knitted in Amsterdam"], 3);
  await publishDue(ctx, "worker-1");
  const [first, comment] = await partsOf(ctx, postId);
  if (!first?.remoteId || !comment) throw new Error("Not out.");
  expect([first.state, comment.state]).toEqual(["published", "published"]);
  expect(world.posts).toMatchObject([
    { text: "Our new shawl", alts: ["Wool 1", "Wool 2", "Wool 3"] },
    // The second part is the first comment.
    { text: "Knitted in Amsterdam", replyTo: first.remoteId },
  ]);

  ctx.clock.pass({ minutes: 1 });
  const text = "So beautiful! I love it, thank you.";
  const praise = addPost(world, anna, { text, replyTo: first.remoteId });
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 1 });
  // An answer under an old comment is news, too.
  addPost(world, bram, { text: "I want one", replyTo: praise.id });
  addPost(world, anna, { text: "I love my shawl, thank you so much @noorderwol" });
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 2 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 0 });
  await runEventHandlers(ctx);
  const told = await touchpointsOf(ctx);
  expect(told.map(({ type, postId: about }) => `${type} on ${about}`).toSorted()).toEqual([
    "mention on null",
    `reply on ${postId}`,
    `reply on ${postId}`,
  ]);

  const suggestion = await suggestionFor(ctx, "anna_knits");
  const thanks = valueOf(await acceptShoutOut(ctx, { shoutOutId: suggestion.shoutOut.id }));
  valueOf(await schedulePost(ctx, { postId: thanks.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  expect(await onlyPartOf(ctx, thanks.id)).toMatchObject({ state: "published" });
  expect(world.posts.at(-1)).toMatchObject({ authorId: server.brand.id });
  expect(server.complaints).toEqual([]);
});

test("words alone are told to be no post before anything is planned", async () => {
  const { ctx, account } = await started();
  const accountIds = [account.id];
  const parts = [{ text: "Only words", images: [] }];
  const draft = valueOf(await saveDraft(ctx, { stageId: "stage-awareness", accountIds, parts }));
  expect(await schedulePost(ctx, { postId: draft.id, when: { kind: "now" } })).toMatchObject({
    refusal: "image-missing",
  });
});

test("what a post says of AI stands on the whole carousel; who made it with us is asked", async () => {
  const { ctx, server, account } = await started(connectThroughFacebook);
  const image = async () => ({ mediaId: (await haveImage(ctx)).id, alt: "" });
  const draft = valueOf(
    await saveDraft(ctx, {
      stageId: "stage-awareness",
      accountIds: [account.id],
      parts: [{ text: "Made by a machine", images: [await image(), await image()] }],
      options: { [account.id]: { collaborators: "@anna, bram" } },
      disclosure: { ai: "generated" },
    }),
  );
  valueOf(await schedulePost(ctx, { postId: draft.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  expect(server.world.posts).toMatchObject([{ isByAi: true }]);
  const made = server.requests.filter(({ path }) => path.endsWith("/media")).at(-1);
  const sent = new URLSearchParams(made?.bytes.toString());
  expect(sent.get("collaborators")).toBe('["anna","bram"]');
  expect(server.complaints).toEqual([]);
});

test("a day's posts that are used up are waited for, before anything is made", async () => {
  const { ctx, server, account } = await started();
  server.settings.postsPerDay = 1;
  const first = await pictured(ctx, account.id, ["One"]);
  await publishDue(ctx, "worker-1");
  ctx.clock.pass({ hours: 23, minutes: 30 });
  const second = await pictured(ctx, account.id, ["Two"]);
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, first)).state).toBe("published");
  expect((await onlyPartOf(ctx, second)).state).toBe("scheduled");
  ctx.clock.pass({ minutes: 31 });
  await publishDue(ctx, "worker-1");
  expect(server.world.posts.map(({ text }) => text)).toEqual(["One", "Two"]);
});

test("a post is deleted through its Facebook page; signed in on Instagram, people are told where", async () => {
  for (const connect of [connectThroughFacebook, signInToInstagram]) {
    const { ctx, server, account } = await started(connect);
    const postId = await pictured(ctx, account.id, ["For a while"]);
    await publishDue(ctx, "worker-1");
    const { id: deliveryId } = await onlyPartOf(ctx, postId);
    const outcome = await deletePublished(ctx, { deliveryId });
    expect(outcome.ok).toBe(connect === connectThroughFacebook);
    expect(server.world.posts[0]?.isDeleted).toBe(connect === connectThroughFacebook);
  }
});

test("a sign-in on Instagram is renewed each week while it counts; one through Facebook never ends", async () => {
  const ask = (ctx: Context, id: string) =>
    withSession(ctx, { id, workspaceId: ctx.workspaceId }, async (session, { describe }) =>
      describe ? describe(session) : { kind: "not-sent" as const, detail: "" },
    );
  const own = await started();
  for (let weeks = 0; weeks < 12; weeks += 1) {
    own.ctx.clock.pass({ days: 8 });
    expect(await ask(own.ctx, own.account.id)).toMatchObject({ kind: "described" });
  }
  own.ctx.clock.pass({ days: 61 });
  expect(await ask(own.ctx, own.account.id)).toMatchObject({ kind: "reconnect" });
  const lasting = await started(connectThroughFacebook);
  lasting.ctx.clock.pass({ days: 1_000 });
  expect(await ask(lasting.ctx, lasting.account.id)).toMatchObject({ handle: "noorderwol" });
});

test("what is refused and mistyped is told apart; permission that was taken back pauses the account", async () => {
  const { ctx, server, account } = await started();
  expect(await tryToSignIn(ctx, server, { decision: "deny" })).toMatchObject({ ok: false });
  expect(await tryToSignIn(ctx, server, { clientSecret: "wrong" })).toMatchObject({
    detail: expect.objectContaining({ code: "wrong-credentials" }),
  });
  server.oauth.forget(server.brand.id);
  const postId = await pictured(ctx, account.id, ["Later"]);
  await publishDue(ctx, "worker-1");
  expect(await findAccount(ctx.db, ctx.workspaceId, account.id)).toMatchObject({
    state: "needs_reconnect",
  });
  await signInToInstagram(ctx, server);
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
  expect(server.world.posts).toHaveLength(1);
});

test.each(["reset-after", "error-after", "truncated-after", "malformed-after"] as const)(
  "an answer that got lost (%s): the container knows, and it is sent once",
  async (fault) => {
    const { ctx, server, account } = await started();
    server.faults.next("publish", fault);
    const postId = await pictured(ctx, account.id, ["Once"]);
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

test("a request that got lost is sent again, once; a comment that may be out is left to a person", async () => {
  const { ctx, server, account } = await started();
  server.faults.next("publish", "reset-before", "error-before", "unavailable");
  server.faults.next("comment", "reset-before");
  const postId = await pictured(ctx, account.id, ["Once", "First comment"]);
  for (let rounds = 0; rounds < 12; rounds += 1) {
    await publishDue(ctx, "worker-1");
    ctx.clock.pass({ minutes: 5 });
  }
  const parts = await partsOf(ctx, postId);
  expect(parts.map(({ state }) => state)).toEqual(["published", "needs_person"]);
  expect(server.world.posts).toHaveLength(1);
});

test("a picture that Instagram cannot take is refused in its words, and nothing is posted", async () => {
  const { ctx, server, account } = await started();
  const body = { error: { code: 36_003, message: "The aspect ratio is not supported." } };
  server.faults.next("make-container", { status: 400, body });
  const postId = await pictured(ctx, account.id, ["Very wide"]);
  await publishDue(ctx, "worker-1");
  expect(await onlyPartOf(ctx, postId)).toMatchObject({
    state: "failed",
    reason: "image-unreadable",
    reasonDetail: expect.stringContaining("aspect ratio"),
  });
  expect(server.world.posts).toEqual([]);
});
