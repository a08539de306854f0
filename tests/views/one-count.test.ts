import { expect, test } from "vitest";

import { showToday } from "#lib/analytics/show-today";
import type { Context } from "#lib/kernel/context";
import { listPosts } from "#lib/posts/list-posts";
import { insertPost } from "#lib/posts/repository";
import { figures } from "#lib/projections/schema";
import { publishDue } from "#lib/publisher/publish-due";
import { viewCalendar } from "#lib/views/calendar";
import { viewJourney } from "#lib/views/journey";
import { viewPost } from "#lib/views/post";
import { viewStatus } from "#lib/views/status";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";

const today = "2026-03-01";

test("what a post got is one figure on its page, in the calendar and on Today, however many came after it", async () => {
  const { ctx, accountId } = await haveShop();
  const { postId } = await haveScheduled(ctx, { accountIds: [accountId] });
  await publishDue(ctx, "worker");
  // Two years ago and this week.
  await haveReactions(ctx, { postId, period: "2024-W10", count: 3 });
  await haveReactions(ctx, { postId, period: "2026-W09", count: 4 });
  await havePostsAfter(ctx, 210);

  expect(await viewPost(ctx, postId)).toMatchObject({ touchpoints: 7 });
  const { events } = await viewCalendar(ctx, { days: [today] });
  expect(events.find(({ id }) => id === postId)).toMatchObject({ reactions: 7, look: "out" });
  const { posts } = await showToday(ctx);
  expect(posts.find(({ id }) => id === postId)).toMatchObject({ reactions: 7 });
  // Of twelve weeks, and still the one with most.
  const [first, ...others] = (await viewJourney(ctx, undefined)).posts;
  expect(first).toMatchObject({ post: { id: postId }, touchpoints: 4 });
  expect(others).toEqual([]);
});

test("the drafts of one account are counted and shown, whatever is newer for others", async () => {
  const { ctx, accountId } = await haveShop();
  const other = await haveAccount(ctx, { identifier: "second.example" });
  const own: string[] = [];
  for (const text of ["one", "two"])
    own.push(await havePost(ctx, { accountIds: [accountId], texts: [text] }));
  for (let number = 0; number < 51; number += 1)
    await havePost(ctx, { accountIds: [other.id], texts: [`${number}`] });

  const filtered = await viewCalendar(ctx, { days: [today], accountId });
  expect(filtered.draftCount).toBe(2);
  expect(filtered.drafts.map(({ id }) => id).toSorted()).toEqual(own.toSorted());
  const all = await viewCalendar(ctx, { days: [today] });
  expect([all.drafts.length, all.draftCount]).toEqual([50, 53]);
  const more = await viewCalendar(ctx, { days: [today], drafts: 250 });
  expect(more.drafts.map(({ id }) => id)).toEqual(expect.arrayContaining(own));
});

test("a thread to many accounts is told by every part", async () => {
  const { ctx, accountId } = await haveShop();
  const accountIds = [accountId];
  for (let number = 0; number < 41; number += 1)
    accountIds.push((await haveAccount(ctx, { identifier: `shop-${number}.example` })).id);
  const texts = Array.from({ length: 5 }, (_, index) => `Part ${index}`);
  const { postId } = await haveScheduled(ctx, { accountIds, texts, at: "2026-03-02T09:00" });
  expect((await viewPost(ctx, postId)).deliveries).toHaveLength(210);
});

test("what waits for somebody is one figure on the command line and on screen", async () => {
  const { ctx, accountId, fake } = await haveShop();
  fake.faults.push("refuse");
  const texts = ["One", "Two", "Three"];
  await haveScheduled(ctx, { accountIds: [accountId], texts });
  await publishDue(ctx, "worker");
  await haveScheduled(ctx, { accountIds: [accountId], at: "2026-03-04T09:00" });
  await haveScheduled(ctx, { accountIds: [accountId], at: "2026-03-03T09:00" });
  // The parts after the one that was refused wait for it, not for an answer.
  expect(await viewStatus(ctx)).toMatchObject({
    needsPerson: 1,
    deliveries: { waiting: 2, needsPerson: 1 },
    next: new Date("2026-03-03T08:00:00Z"),
  });
});

async function haveShop() {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  return { ctx, fake, accountId: (await haveAccount(ctx)).id };
}

async function haveReactions(
  ctx: Context,
  { postId, period, count }: { postId: string; period: string; count: number },
): Promise<void> {
  const { workspaceId } = ctx;
  const kind = "post-touchpoints";
  const row = { id: `${postId} ${period}`, workspaceId, kind, period, postId, count } as const;
  await ctx.transact((tx) => tx.insert(figures).values({ ...row, stageId: "stage-awareness" }));
}

/** As many that were changed later. */
async function havePostsAfter(ctx: Context, count: number): Promise<void> {
  const [like] = await listPosts(ctx);
  if (!like) throw new Error("There is no post yet.");
  const { versions: _versions, ...post } = like;
  const updatedAt = new Date(post.updatedAt.getTime() + 60_000);
  await ctx.transact(async (tx) => {
    for (let number = 0; number < count; number += 1)
      await insertPost(tx, { ...post, id: `${post.id}-${number}`, updatedAt });
  });
}
