import { describe, expect, test } from "vitest";

import { undoDiscard } from "#lib/deliveries/undo-discard";
import { listHistory } from "#lib/events/repository";
import { deletePost } from "#lib/posts/delete-post";
import { duplicatePost } from "#lib/posts/duplicate-post";
import { countPosts, listPosts } from "#lib/posts/list-posts";
import { markScheduled } from "#lib/posts/mark-scheduled";
import { updatePost } from "#lib/posts/repository";
import { saveDraft } from "#lib/posts/save-draft";
import { showCalendar } from "#lib/posts/show-calendar";
import { showPost } from "#lib/posts/show-post";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";

const hello = [{ text: "Hello", images: [] }];

describe("saving a draft", () => {
  test("keeps what was typed and says so in the history", async () => {
    const ctx = await haveWorkspace();
    const post = await haveDraft(ctx);

    expect(await showPost(ctx, post.id)).toMatchObject({ state: "draft", parts: hello });
    expect(await listHistory(ctx.db, ctx.workspaceId, post.id)).toMatchObject([
      { type: "post.drafted", actorId: "ada" },
    ]);
  });

  test("again changes it, with a version for one account", async () => {
    fakeNetwork();
    const ctx = await haveWorkspace();
    const account = await haveAccount(ctx);
    const post = await haveDraft(ctx);
    const own = [{ text: "Hello there", images: [] }];

    await saveDraft(ctx, {
      postId: post.id,
      stageId: "stage-retention",
      accountIds: [account.id],
      parts: [{ text: "Changed", images: [] }],
      versions: { [account.id]: own },
    });

    expect(await showPost(ctx, post.id)).toMatchObject({
      stageId: "stage-retention",
      parts: [{ text: "Changed" }],
      versions: [{ accountId: account.id, parts: own }],
    });
    expect(await listPosts(ctx)).toHaveLength(1);
  });

  test.each([
    ["account", { accountIds: ["elsewhere"] }],
    ["image", { parts: [{ text: "", images: [{ mediaId: "elsewhere", alt: "" }] }] }],
    ["stage", { stageId: "elsewhere" }],
    ["shout-out", { shoutOutId: "elsewhere" }],
    ["touchpoint", { replyToTouchpointId: "elsewhere" }],
  ])("with another workspace's %s finds nothing", async (kind, over) => {
    const ctx = await haveWorkspace();
    await expect(saveDraft(ctx, { parts: hello, ...over })).rejects.toThrow(`No ${kind}`);
    expect(await listPosts(ctx)).toEqual([]);
  });

  test("of another workspace's post finds nothing", async () => {
    const ctx = await haveWorkspace();
    const post = await haveDraft(ctx);
    const elsewhere = { ...ctx, workspaceId: "elsewhere" };
    await expect(showPost(elsewhere, post.id)).rejects.toThrow("No post");
    await expect(deletePost(elsewhere, { postId: post.id })).rejects.toThrow("No post");
  });

  test("needs an editor", async () => {
    const ctx = await haveWorkspace();
    const viewer = { ...ctx, actor: { id: "vi", role: "viewer" as const } };
    await expect(saveDraft(viewer, { parts: hello })).rejects.toThrow("editor role");
  });

  test("refuses a post that is on the schedule", async () => {
    const ctx = await haveWorkspace();
    const post = await haveScheduled(ctx, new Date("2026-03-02T08:00:00Z"));
    const outcome = await saveDraft(ctx, { postId: post.id, parts: hello });
    expect(outcome).toMatchObject({ ok: false, refusal: "already-scheduled" });
  });
});

test("the calendar holds what is scheduled in a period, oldest first", async () => {
  const ctx = await haveWorkspace();
  const later = await haveScheduled(ctx, new Date("2026-03-02T23:30:00Z"));
  const sooner = await haveScheduled(ctx, new Date("2026-03-02T08:00:00Z"));
  await haveScheduled(ctx, new Date("2026-03-09T00:00:00Z"));
  await haveDraft(ctx);

  const week = { from: new Date("2026-03-01T23:00:00Z"), until: new Date("2026-03-08T23:00:00Z") };
  const posts = await showCalendar(ctx, week);

  expect(posts.map(({ id }) => id)).toEqual([sooner.id, later.id]);
  expect(posts[1]?.localDay).toBe("2026-03-03");
});

test("a deletion can be undone; a scheduled post is not deleted", async () => {
  const ctx = await haveWorkspace();
  const post = await haveDraft(ctx);

  expect(await deletePost(ctx, { postId: post.id })).toMatchObject({ ok: true });
  await expect(showPost(ctx, post.id)).rejects.toThrow("No post");
  await undoDiscard(ctx, { postId: post.id });
  expect(await showPost(ctx, post.id)).toMatchObject({ state: "draft", parts: hello });

  const scheduled = await haveScheduled(ctx, new Date("2026-03-02T08:00:00Z"));
  expect(await deletePost(ctx, { postId: scheduled.id })).toMatchObject({
    refusal: "already-scheduled",
  });
});

describe("nothing empty is kept", () => {
  const nothing = [{ text: " \n", images: [] }];

  test("a new draft without words, images or poll is none", async () => {
    const ctx = await haveWorkspace();
    const outcome = await saveDraft(ctx, { stageId: "stage-awareness", parts: nothing });
    expect(outcome).toMatchObject({ ok: false, refusal: "nothing-written" });
    expect(await countPosts(ctx, "draft")).toBe(0);
  });

  test("a draft that is emptied goes, and can be brought back", async () => {
    const ctx = await haveWorkspace();
    const post = await haveDraft(ctx);
    const emptied = await saveDraft(ctx, { postId: post.id, parts: nothing });
    expect(emptied).toMatchObject({ ok: false, refusal: "nothing-written" });
    expect(await listPosts(ctx)).toEqual([]);
    await undoDiscard(ctx, { postId: post.id });
    expect(await showPost(ctx, post.id)).toMatchObject({ parts: hello });
  });

  test("a poll or an own version alone is something", async () => {
    const ctx = await haveWorkspace();
    const poll = { options: ["Red", "Blue"], minutes: 60, isMultiple: false };
    expect(await saveDraft(ctx, { parts: [{ text: "", poll }] })).toMatchObject({ ok: true });
    expect(await countPosts(ctx, "draft")).toBe(1);
  });

  test("what thanks somebody stays theirs while it is written anew", async () => {
    const ctx = await haveWorkspace();
    const post = await haveDraft(ctx);
    await ctx.transact((tx) =>
      updatePost(tx, ctx.workspaceId, post.id, { shoutOutId: "shout-out-1" }),
    );
    const emptied = await saveDraft(ctx, { postId: post.id, parts: nothing });
    expect(emptied).toMatchObject({ ok: true, value: { shoutOutId: "shout-out-1" } });
  });
});

test("a copy has the content but is nobody's thank-you", async () => {
  const ctx = await haveWorkspace();
  const post = await haveDraft(ctx);
  await ctx.transact((tx) =>
    updatePost(tx, ctx.workspaceId, post.id, { shoutOutId: "shout-out-1" }),
  );
  const copy = await duplicatePost(ctx, { postId: post.id });
  expect(copy).toMatchObject({ ok: true, value: { parts: hello, shoutOutId: null } });
});

async function haveDraft(ctx: TestContext, over: { shoutOutId?: string } = {}) {
  const outcome = await saveDraft(ctx, { stageId: "stage-awareness", parts: hello, ...over });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

async function haveScheduled(ctx: TestContext, publishAt: Date) {
  const post = await haveDraft(ctx);
  await ctx.transact((tx) =>
    markScheduled(tx, ctx, post, { publishAt, timeZone: "Europe/Amsterdam" }),
  );
  return post;
}
